import { loadMagicLinkWords } from "@bookplate/messages/magic-link";
import { loadProofsWords } from "@bookplate/messages/proofs";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, readLetters, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const bob: Person = { ...alice, name: "Bob", email: "bob@example.org" };
const [words, proofs, screens] = await Promise.all([
  loadMagicLinkWords("en"),
  loadProofsWords("en"),
  loadScreens("en"),
]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  await openAccount(book.url, alice);
  await openAccount(book.url, bob);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** Asks in the sign-in dialog for a letter. */
async function ask(page: Page, email: string): Promise<void> {
  await page.goto(book.url);
  await reader(page).openSignIn();
  // Its title changes with what it shows.
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: screens.login.magicLink }).click();
  await dialog.getByText(words.ask.lead).waitFor();
  await dialog.getByLabel(screens.fields.email).fill(email);
  await dialog.getByRole("button", { name: words.ask.submit }).click();
  await dialog.getByRole("heading", { name: words.inbox.title }).waitFor();
}

test("alice signs in with a letter's link, and whoever only opens the link changes nothing", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("magic-link", desk);
  await ask(desk.page, alice.email);
  await expectSoundScreen(desk.page, "[role=dialog]");
  const link = linkTo("/magic-link", await waitForLetter(book.url, alice.email, "magic-link"));

  // A scanner of mail that runs the page's scripts, and presses nothing.
  const scanner = await openPersonsBrowser(browser);
  const asked: string[] = [];
  scanner.page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/api/")) asked.push(request.url());
  });
  await scanner.page.goto(link, { waitUntil: "networkidle" });
  await scanner.page.getByRole("button", { name: words.link.submit }).waitFor();
  expect(asked).toEqual([]);
  await reader(scanner.page).seeSignedOut();

  const phone = await openPersonsBrowser(browser);
  keepEvidence("magic-link-phone", phone);
  const { page } = phone;
  await page.goto(link);
  await page.getByText(alice.email).waitFor();
  // The secret is out of the address bar before anybody could copy it.
  expect(new URL(page.url()).hash).toBe("");
  await expectSoundScreen(page);
  await page.getByRole("button", { name: words.link.submit }).click();
  await page.getByText(words.link.done).waitFor();
  await reader(page).seeAccount();
  await expectSoundScreen(page);

  await desk.page.goto(link);
  await desk.page.getByRole("button", { name: words.link.submit }).click();
  await desk.page.getByText(words.link.dead).waitFor();
  expect(phone.complaints).toEqual([]);
});

test("bob reads the letter on another device and types its code; an address without an account looks the same", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/magic-link\/verify$/ });
  keepEvidence("magic-link-code", desk);
  const { page } = desk;
  await ask(page, "nobody@example.org");
  await page.getByRole("dialog").getByText("nobody@example.org").waitFor();
  await page.getByRole("button", { name: words.inbox.otherAddress }).click();
  await page.getByLabel(screens.fields.email).fill(bob.email);
  await page.getByRole("button", { name: words.ask.submit }).click();
  await page.getByRole("heading", { name: words.inbox.title }).waitFor();

  const { code } = await waitForLetter(book.url, bob.email, "magic-link");
  const field = page.getByLabel(proofs.mailCode.label);
  await field.fill(code === "00000000" ? "00000001" : "00000000");
  await page.getByRole("dialog").getByRole("button", { name: words.inbox.submit }).click();
  await page.getByText(proofs.mailCode.wrong).waitFor();
  await field.fill(code ?? "");
  await page.getByRole("dialog").getByRole("button", { name: words.inbox.submit }).click();
  await reader(page).seeAccount();
  const letters = await readLetters(book.url);
  expect(letters.filter(({ to }) => to.includes("nobody@example.org"))).toEqual([]);
  expect(desk.complaints).toEqual([]);
});
