import { loadClaimsWords } from "@bookplate/messages/claims";
import { loadMagicLinkWords } from "@bookplate/messages/magic-link";
import { loadPasskeysWords } from "@bookplate/messages/passkeys";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { becomeGuest } from "./support/guest.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { plugInPasskeyDevice } from "./support/passkey-device.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const person = (name: string): Person => ({
  name,
  email: `${name.toLowerCase()}@example.org`,
  password: "lantern orchard velvet nine",
});
const [alice, bob, carol] = [person("Alice"), person("Bob"), person("Carol")];
const chats = ["What is a session?", "What is a refresh token?"];
const [claims, letters, passkeys, screens] = await Promise.all([
  loadClaimsWords("en"),
  loadMagicLinkWords("en"),
  loadPasskeysWords("en"),
  loadScreens("en"),
]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  for (const each of [alice, bob, carol]) await openAccount(book.url, each);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

const question = (page: Page) =>
  page.getByRole("status").filter({ hasText: claims.question({ count: chats.length }) });

/** A browser in which a guest has asked, and then somebody signs in with a letter's link. */
async function signInByLetter(name: string, { email }: Person) {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence(name, desk);
  const { page } = desk;
  await page.goto(book.url);
  await becomeGuest(page, { chats });
  const asked = await fetch(`${book.url}/api/v1/auth/magic-link`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email }),
  });
  expect(asked.ok).toBe(true);
  await page.goto(linkTo("/magic-link", await waitForLetter(book.url, email, "magic-link")));
  await page.getByRole("button", { name: letters.link.submit }).click();
  await reader(page).seeAccount();
  await question(page).waitFor();
  return desk;
}

async function seeChats(page: Page, titles: readonly string[]): Promise<void> {
  const account = await accountPage(page);
  await page.goto(`${book.url}/account#chats`);
  const part = account.part(account.words.chats.title);
  for (const title of titles) await part.getByText(title).waitFor();
  if (titles.length === 0) await part.getByText(account.words.chats.empty).waitFor();
}

test("alice comes by a letter's link and is asked afterwards, again after a reload, and in each of two tabs that answer at once", async () => {
  const desk = await signInByLetter("claim-by-letter", alice);
  const { page, context } = desk;
  await expectSoundScreen(page, ".bp-notice");
  await page.reload();
  await question(page).waitFor();

  const other = await context.newPage();
  await other.goto(book.url);
  await question(other).waitFor();
  const add = (tab: Page) => tab.getByRole("button", { name: claims.add }).click();
  await Promise.all([add(page), add(other)]);
  for (const tab of [page, other]) await question(tab).waitFor({ state: "detached" });
  await seeChats(page, chats);
  expect(await page.getByRole("listitem").filter({ hasText: "What is a session?" }).count()).toBe(1);
  expect(desk.complaints).toEqual([]);
});

test("bob declines the chats of a machine that people share, and is not asked again", async () => {
  const desk = await signInByLetter("decline-by-letter", bob);
  const { page } = desk;
  await page.getByRole("button", { name: claims.leave }).click();
  await question(page).waitFor({ state: "detached" });
  await page.reload();
  await seeChats(page, []);
  expect(await question(page).count()).toBe(0);
  expect(desk.complaints).toEqual([]);
});

test("carol's passkey, too, does what the form says about the chats at that moment", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/(?:refresh|login)$/ });
  keepEvidence("claim-by-passkey", desk);
  const { page, context } = desk;
  const device = await plugInPasskeyDevice(context, page);
  await device.answer(true);
  const at = reader(page);
  await page.goto(book.url);
  await at.signIn(carol);
  await page.goto(`${book.url}/account#security`);
  const section = page.getByRole("region", { name: passkeys.title });
  await section.getByRole("button", { name: passkeys.add }).click();
  await section.getByText(passkeys.addedNow).waitFor();
  await device.answer(false);
  await page.goto(book.url);
  await at.signOut();
  await at.seeSignedOut();

  await becomeGuest(page, { chats });
  const choice = (shown: Locator) =>
    shown.getByRole("checkbox", { name: claims.keepChats({ count: chats.length }) });
  const dialog = await at.openSignIn();
  await choice(dialog).waitFor();
  await dialog.getByLabel(screens.fields.email).fill(carol.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill("not this one at all");
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await dialog.getByRole("alert").getByText(/\w/).waitFor();
  await device.fieldAsks();
  await device.answer(true);
  await choice(dialog).uncheck();
  const forgotten = page.waitForResponse(
    (answer) => answer.url().endsWith("/guests/claim") && answer.request().method() === "DELETE",
  );
  await dialog.getByRole("button", { name: screens.login.passkey }).click();
  await at.seeAccount();
  expect((await forgotten).status()).toBe(204);
  expect(await question(page).count()).toBe(0);
  await seeChats(page, []);

  await page.goto(book.url);
  await device.answer(false);
  await at.signOut();
  await at.seeSignedOut();
  await becomeGuest(page, { chats });
  const again = await at.openSignIn();
  await choice(again).waitFor();
  await device.fieldAsks();
  await device.answer(true);
  await again.getByRole("button", { name: screens.login.passkey }).click();
  await page.getByText(screens.bars.conversationsAdded({ count: chats.length })).waitFor();
  await seeChats(page, chats);
  expect(desk.complaints).toEqual([]);
});
