import { loadProofsWords } from "@bookplate/messages/proofs";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { type AccountPage, accountPage } from "./support/account-page.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { formWorks, type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { forgetProof, stepUpForm } from "./support/step-up.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const [screens, words] = await Promise.all([loadScreens("en"), loadProofsWords("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  await openAccount(book.url, alice);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** Types address and password into the dialog, and waits for whatever is asked next. */
async function showPassword(page: Page): Promise<void> {
  const dialog = await reader(page).openSignIn();
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(alice.password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
}

const secondFactorOf = async (account: AccountPage) =>
  (await account.goTo("security")).getByRole("region", { name: account.safety.secondFactor.title });

test("alice turns two-step sign-in on, signs in by app and by recovery code, trusts her desk, and turns it off", async () => {
  const desk = await openPersonsBrowser(browser, {
    expectedFailures: /\/auth\/second-factor$|\/me\/second-factor$/,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  keepEvidence("second-factor", desk);
  const { page } = desk;
  const at = reader(page);
  const account = await accountPage(page);
  const { secondFactor, setUp, codes: kept, trusted } = account.safety;

  await page.goto(book.url);
  await at.signIn(alice);
  await account.openFromMenu();
  let section = await secondFactorOf(account);
  await section.getByRole("button", { name: secondFactor.turnOn }).click();
  await section.getByRole("img", { name: setUp.picture }).waitFor();
  await expectSoundScreen(page);
  const uri = await section.getByRole("link", { name: setUp.open }).getAttribute("href");
  const app = createAuthenticator(uri ?? "");
  await section.getByLabel(words.totp.label).fill(app.code());
  await section.getByRole("button", { name: setUp.submit }).click();
  await section.getByRole("heading", { name: kept.title }).waitFor();
  await expectSoundScreen(page);

  const codes = await section.locator("ol code").allTextContents();
  expect(new Set(codes).size).toBe(10);
  await section.getByRole("button", { name: kept.copy }).click();
  await section.getByText(kept.copied).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(codes[9]);
  const downloading = page.waitForEvent("download");
  await section.getByRole("button", { name: kept.download }).click();
  expect((await downloading).suggestedFilename()).toBe("recovery-codes.txt");
  await section.getByRole("button", { name: kept.done }).click();
  await section.getByText(kept.keepFirst).waitFor();
  await section.getByLabel(kept.kept).check();
  await section.getByRole("button", { name: kept.done }).click();
  await section.getByRole("heading", { name: kept.title }).waitFor({ state: "detached" });
  await section.getByText(secondFactor.codesLeft({ count: 10 })).waitFor();
  await waitForLetter(book.url, alice.email, "second-factor-changed");
  await at.signOut();
  await at.seeSignedOut();

  // In the dialog: a code that was used before, then the app's next one.
  await showPassword(page);
  const step = page.getByRole("dialog", { name: words.secondFactor.title });
  await step.waitFor();
  await page.locator("input[name=code]:focus").waitFor();
  await expectSoundScreen(page, ".bp-dialog");
  await step.getByLabel(words.totp.label).fill("000000");
  await step.getByRole("button", { name: words.submit }).click();
  await step.getByText(words.totp.wrong).waitFor();
  await step.getByLabel(words.totp.label).fill(app.code());
  await step.getByRole("button", { name: words.submit }).click();
  await step.waitFor({ state: "detached" });
  await at.seeAccount();
  await at.signOut();
  await at.seeSignedOut();

  // By a recovery code, on its own screen, and trusting the desk.
  await showPassword(page);
  await step.getByRole("button", { name: words.secondFactor.useRecoveryCode }).click();
  const recovery = page.getByRole("dialog", { name: words.secondFactor.recoveryTitle });
  await expectSoundScreen(page, ".bp-dialog");
  expect(await recovery.locator("input[autocomplete=one-time-code]").count()).toBe(0);
  await recovery.getByLabel(words.recoveryCode.label).fill(codes[0]?.toUpperCase() ?? "");
  await recovery.getByLabel(words.secondFactor.trust).check();
  await recovery.getByRole("button", { name: words.submit }).click();
  await recovery.waitFor({ state: "detached" });
  await at.seeAccount();
  await at.signOut();
  await at.seeSignedOut();

  // The trusted desk is asked for the password alone; a phone for a code.
  await at.signIn(alice);
  await at.seeAccount();
  const phone = await openPersonsBrowser(browser);
  await phone.page.goto(`${book.url}/login`);
  await formWorks(phone.page);
  await phone.page.getByLabel(screens.fields.email).fill(alice.email);
  await phone.page.getByLabel(screens.fields.password, { exact: true }).fill(alice.password);
  await phone.page.getByRole("main").getByRole("button", { name: screens.login.submit, exact: true }).click();
  await phone.page.getByRole("heading", { name: words.secondFactor.title }).waitFor();
  await phone.page.getByRole("button", { name: words.secondFactor.startAgain }).click();
  expect(await phone.page.getByLabel(screens.fields.email).inputValue()).toBe(alice.email);

  await account.openFromMenu();
  section = await secondFactorOf(account);
  await section.getByText(secondFactor.codesLeft({ count: 9 })).waitFor();
  await section.getByRole("listitem").first().waitFor();
  await expectSoundScreen(page);
  await section.getByRole("button", { name: trusted.forget }).first().click();
  await section.getByText(trusted.empty).waitFor();

  await section.getByRole("button", { name: secondFactor.turnOff }).click();
  await forgetProof(page, "/me/second-factor");
  await section.getByRole("button", { name: secondFactor.turnOff }).click();
  // With a second factor on, the password is no proof.
  await stepUpForm(page).getByLabel(words.totp.label).waitFor();
  expect(await stepUpForm(page).getByRole("button", { name: words.stepUp.ways.password }).count()).toBe(0);
  await stepUpForm(page).getByRole("button", { name: words.stepUp.ways["recovery-code"] }).click();
  await stepUpForm(page)
    .getByLabel(words.recoveryCode.label)
    .fill(codes[1] ?? "");
  await stepUpForm(page).getByRole("button", { name: words.submit }).click();
  await section.getByText(secondFactor.turnedOff).waitFor();
  await at.signOut();
  await at.signIn(alice);
  await at.seeAccount();
  expect(desk.complaints).toEqual([]);
});
