import { loadRecoveryWords } from "@bookplate/messages/recovery";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { formWorks, type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const carol: Person = { ...alice, name: "Carol", email: "carol@example.org" };
const newPassword = "copper meadow whistle four";
const [screens, words] = await Promise.all([loadScreens("en"), loadRecoveryWords("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  await openAccount(book.url, alice);
  await openAccount(book.url, carol);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

test("alice has forgotten her password, chooses a new one by letter, and signs in; her address is typed once", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/login$/ });
  keepEvidence("forgotten-desk", desk);
  const { page } = desk;
  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  await phone.page.goto(book.url);
  await reader(phone.page).signIn(alice);

  await page.goto(book.url);
  const dialog = await reader(page).openSignIn();
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill("some other password");
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await dialog.getByText("The address or the password is not right.").waitFor();
  await dialog.getByRole("link", { name: screens.login.forgot }).click();

  await page.waitForURL(`${book.url}/forgot`);
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByLabel(screens.fields.email).inputValue()).toBe(alice.email);
  await expectSoundScreen(page);
  await page.getByRole("button", { name: words.forgot.submit }).click();
  await page.getByRole("heading", { name: words.inbox.title }).waitFor();
  await expectSoundScreen(page);

  const letter = await waitForLetter(book.url, alice.email, "password-reset");
  await page.goto(linkTo("/reset", letter));
  await page.getByLabel(words.reset.newPassword).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  expect(await page.locator("form[name=reset] input[autocomplete=username]").inputValue()).toBe(alice.email);
  await expectSoundScreen(page);
  // Reading the page again, with the address bar empty by now, is no dead end.
  await page.getByLabel(words.reset.newPassword).fill("lantern");
  await page.getByRole("button", { name: words.reset.submit }).click();
  await page.locator("#bp-reset-password-error").waitFor();
  await page.getByLabel(words.reset.newPassword).fill(newPassword);
  await page.getByRole("button", { name: words.reset.submit }).click();
  await page.getByRole("heading", { name: words.reset.doneTitle }).waitFor();
  await expectSoundScreen(page);
  expect(await page.locator("input[type=password]").count()).toBe(0);

  await page.getByRole("link", { name: words.reset.signIn }).click();
  await page.waitForURL(`${book.url}/login`);
  expect(await page.getByLabel(screens.fields.email).inputValue()).toBe(alice.email);
  await page.getByLabel(screens.fields.password, { exact: true }).fill(newPassword);
  await page.getByRole("main").getByRole("button", { name: screens.login.submit, exact: true }).click();
  await page.getByText(screens.account.already).waitFor();

  // Whoever was signed in before is not any more.
  await phone.page.reload();
  await reader(phone.page).seeSignedOut();
  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);

  await page.goto(linkTo("/reset", letter));
  await page.getByLabel(words.reset.newPassword).fill("another meadow whistle five");
  await page.getByRole("button", { name: words.reset.submit }).click();
  await page.getByRole("heading", { name: words.reset.deadTitle }).waitFor();
  await page.getByRole("link", { name: words.reset.again }).click();
  await page.getByRole("heading", { name: words.forgot.title }).waitFor();
});

test("carol reads the letter elsewhere and types its code in the window that asked, by keyboard alone", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/password\/reset$/ });
  keepEvidence("forgotten-by-code", desk);
  const { page } = desk;
  const { keyboard } = page;
  await page.goto(`${book.url}/forgot`);
  await formWorks(page);
  await page.getByLabel(screens.fields.email).focus();
  await keyboard.type(carol.email);
  await keyboard.press("Enter");
  await page.locator("h1:focus", { hasText: words.inbox.title }).waitFor();

  const letter = await waitForLetter(book.url, carol.email, "password-reset");
  const code = letter.code ?? "";
  await page.getByLabel(words.inbox.code).focus();
  await keyboard.type(code === "00000000" ? "11111111" : "00000000");
  await keyboard.press("Tab");
  await keyboard.type(newPassword);
  await keyboard.press("Enter");
  await page.locator("input[name=code][aria-invalid=true]:focus").waitFor();
  // What was typed into the other field is still there.
  expect(await page.locator("input[name=password]").inputValue()).toBe(newPassword);
  await keyboard.press("ControlOrMeta+A");
  await keyboard.type(code);
  await keyboard.press("Enter");
  await page.locator("h1:focus", { hasText: words.reset.doneTitle }).waitFor();
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  await page.waitForURL(`${book.url}/login`);
  await page.goto(book.url);
  await reader(page).signIn({ ...carol, password: newPassword });
  await reader(page).seeAccount();
  expect(desk.complaints).toEqual([]);
});

test("an address without an account is answered in the same words", async () => {
  const { page } = await openPersonsBrowser(browser);
  await page.goto(`${book.url}/forgot`);
  await formWorks(page);
  await page.getByLabel(screens.fields.email).fill("nobody@example.org");
  await page.getByRole("button", { name: words.forgot.submit }).click();
  await page.getByRole("heading", { name: words.inbox.title }).waitFor();
  await page.getByText("nobody@example.org").waitFor();
});
