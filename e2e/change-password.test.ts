import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { forgetProof, proveByMail, stepUpForm } from "./support/step-up.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const newPassword = "copper meadow whistle four";

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

test("alice changes her password: this device stays signed in, the others do not, and what she typed outlives the question who she is", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/password\/change$/ });
  keepEvidence("change-password", desk);
  const { page } = desk;
  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  await phone.page.goto(book.url);
  await reader(phone.page).signIn(alice);
  await page.goto(book.url);
  await reader(page).signIn(alice);

  const account = await accountPage(page);
  const { password: words } = account.safety;
  await account.openFromMenu();
  const security = await account.goTo("security");
  const section = security.getByRole("region", { name: words.title });
  await section.getByRole("button", { name: words.change }).click();
  await section.getByLabel(words.current).fill("some other password");
  await section.getByLabel(words.next).fill(newPassword);
  await section.getByRole("button", { name: words.change }).click();
  await section.getByText(words.currentWrong).waitFor();
  await expectSoundScreen(page);

  // Asked for a proof, she thinks better of it, and goes on where she was.
  await forgetProof(page, "/auth/password/change");
  await section.getByLabel(words.current).fill(alice.password);
  await section.getByRole("button", { name: words.change }).click();
  await stepUpForm(page).waitFor();
  await expectSoundScreen(page);
  await page.keyboard.press("Escape");
  await section.getByLabel(words.next).waitFor();
  expect(await section.getByLabel(words.next).inputValue()).toBe(newPassword);
  expect(await section.getByLabel(words.current).inputValue()).toBe(alice.password);

  await page.unroute("**/api/v1/auth/password/change");
  await forgetProof(page, "/auth/password/change");
  await section.getByRole("button", { name: words.change }).click();
  await proveByMail(page, async () => {
    const letter = await waitForLetter(book.url, alice.email, "sign-in-code");
    return letter.code ?? "";
  });
  await section.getByText(words.changed).waitFor();
  await section.locator("button:focus", { hasText: words.change }).waitFor();
  await waitForLetter(book.url, alice.email, "password-changed");

  await page.reload();
  await security.getByText(words.set).waitFor();
  await phone.page.reload();
  await reader(phone.page).seeSignedOut();
  await reader(phone.page).signIn({ ...alice, password: newPassword });
  await reader(phone.page).seeAccount();
  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
