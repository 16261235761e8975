import { readFileSync } from "node:fs";
import { loadScreens } from "@bookplate/messages/screens";
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
import { proveByPassword, stepUpForm } from "./support/step-up.ts";
import { readStoredTraces } from "./support/stored-traces.ts";

const question = "What becomes of my chats when I register an account?";
const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const screens = await loadScreens("en");

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

test("alice takes her data along, then deletes her account: she is told what goes, asked who she is, and nothing of her stays", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/login$/ });
  keepEvidence("own-data", desk);
  const { page } = desk;
  const at = reader(page);
  const account = await accountPage(page);
  const { data: words } = account.safety;
  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  await phone.page.goto(book.url);
  await reader(phone.page).signIn(alice);
  await page.goto(book.url);
  await at.signIn(alice);
  await at.openChat();
  await at.ask(question);
  await page.keyboard.press("Escape");

  await account.openFromMenu();
  const data = await account.goTo("data");
  await expectSoundScreen(page);
  const downloading = page.waitForEvent("download");
  await data.getByRole("button", { name: words.export }).click();
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(JSON.parse(file)).toMatchObject({ account: { email: alice.email } });
  expect(file).toContain(question);
  expect(file).not.toContain(alice.password);

  await data.getByRole("button", { name: words.delete }).click();
  await data.getByText(words.deleteQuestion).waitFor();
  await expectSoundScreen(page);
  await data.getByRole("button", { name: words.deleteForGood }).click();
  // Asked even though she has just signed in; leaving it here deletes nothing.
  await stepUpForm(page).waitFor();
  await expectSoundScreen(page);
  await page.keyboard.press("Escape");
  await data.getByRole("button", { name: words.deleteForGood }).click();
  await proveByPassword(page, alice.password);
  await page.locator("h2:focus", { hasText: words.farewellTitle }).waitFor();
  await expectSoundScreen(page);
  await at.seeSignedOut();
  expect(await readStoredTraces(page, desk.context)).not.toMatch(/alice|What becomes|bpr_|eyJ/i);
  await waitForLetter(book.url, alice.email, "account-deleted");

  await phone.page.reload();
  await reader(phone.page).seeSignedOut();
  const dialog = await at.openSignIn();
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(alice.password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await dialog.getByText("The address or the password is not right.").waitFor();
  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
