import { loadRecoveryWords } from "@bookplate/messages/recovery";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { forgetProof, proveByPassword, stepUpForm } from "./support/step-up.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const newEmail = "alice@example.net";
const newPassword = "copper meadow whistle four";
const [screens, words] = await Promise.all([loadScreens("en"), loadRecoveryWords("en")]);

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

test("an address changes once its letter is answered, in any browser, and the old address takes the account back", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/me\/email$|\/me$|\/auth\/refresh$/ });
  keepEvidence("change-address", desk);
  const { page } = desk;
  const account = await accountPage(page);
  const { email: own } = account.safety;
  await page.goto(book.url);
  await reader(page).signIn(alice);
  await account.openFromMenu();
  const profile = account.part(account.words.profile.title);
  await profile.getByRole("button", { name: own.change }).click();
  await profile.getByLabel(own.next).fill(alice.email.toUpperCase());
  await profile.getByRole("button", { name: own.submit }).click();
  await profile.getByText(own.same).waitFor();
  await profile.getByLabel(own.next).fill(newEmail);
  await forgetProof(page, "/me/email");
  await profile.getByRole("button", { name: own.submit }).click();
  await stepUpForm(page).waitFor();
  await proveByPassword(page, alice.password);
  await profile.getByText(own.waiting).waitFor();
  await profile.getByText(newEmail).waitFor();
  await expectSoundScreen(page);

  const phone = await openPersonsBrowser(browser);
  keepEvidence("change-address-phone", phone);
  const confirmation = await waitForLetter(book.url, newEmail, "email-change-confirm");
  await phone.page.goto(linkTo("/email-change", confirmation));
  const confirm = phone.page.getByRole("button", { name: words.emailChange.submit });
  await confirm.waitFor();
  expect(new URL(phone.page.url()).hash).toBe("");
  await expectSoundScreen(phone.page);
  await confirm.click();
  await phone.page.locator("h1:focus", { hasText: words.emailChange.doneTitle }).waitFor();
  await expectSoundScreen(phone.page);

  await page.reload();
  await profile.getByText(newEmail).waitFor();

  const warning = await waitForLetter(book.url, alice.email, "email-changed");
  await page.goto(linkTo("/email-undo", warning));
  const undo = page.getByRole("button", { name: words.emailUndo.submit });
  await undo.waitFor();
  await expectSoundScreen(page);
  await undo.click();
  await page.locator("h1:focus", { hasText: words.emailUndo.doneTitle }).waitFor();
  await reader(page).seeSignedOut();
  await expectSoundScreen(page);

  const letter = await waitForLetter(book.url, alice.email, "email-change-undone");
  await page.goto(linkTo("/reset", letter));
  await page.getByLabel(words.reset.newPassword).fill(newPassword);
  await page.getByRole("button", { name: words.reset.submit }).click();
  await page.getByRole("link", { name: words.reset.signIn }).click();
  await page.getByLabel(screens.fields.password, { exact: true }).fill(newPassword);
  await page.getByRole("main").getByRole("button", { name: screens.login.submit, exact: true }).click();
  await page.getByText(screens.account.already).waitFor();
  await page.getByRole("main").getByText(alice.email).waitFor();
  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
