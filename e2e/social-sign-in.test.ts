import { loadClaimsWords } from "@bookplate/messages/claims";
import { loadProblems } from "@bookplate/messages/problems";
import { loadProviderWords } from "@bookplate/messages/providers";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../scripts/free-port.ts";
import {
  cancelAtProvider,
  type RunningOpenIdProvider,
  startOpenIdProvider,
} from "../scripts/openid-provider.ts";
import { accessibilityFaults } from "./support/accessibility.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { formWorks, type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const question = "What becomes of my chats when I register an account?";
const name = "Library card";
const carol: Person = { name: "Carol", email: "carol@example.org", password: "copper meadow whistle four" };
const [claims, screens, words, { problems }] = await Promise.all([
  loadClaimsWords("en"),
  loadScreens("en"),
  loadProviderWords("en"),
  loadProblems("en"),
]);

let book: RunningBook;
let browser: Browser;
let provider: RunningOpenIdProvider;

beforeAll(async () => {
  const port = await findFreePort();
  provider = await startOpenIdProvider({
    redirectUris: [`http://localhost:${port}/api/auth/callback/oidc`],
    people: {
      Alice: { sub: "alice-1", email: "alice@example.org", email_verified: true, name: "Alice" },
      Carol: { sub: "carol-1", email: carol.email, email_verified: true, name: "Carol" },
    },
  });
  const settings = {
    PORT: String(port),
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: name,
  };
  [book, browser] = await Promise.all([startBook(undefined, settings), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
  await provider?.close();
});

/** The page of the provider, where the reader says who they are. */
async function chooseAtProvider(page: Page, who: string): Promise<void> {
  await page.waitForURL((address) => address.origin === provider.issuer);
  await page.getByRole("button", { name: who, exact: true }).click();
  await page.waitForURL((address) => address.origin === book.url);
}

test("a guest signs up with a provider, is asked about the chats, and comes back to the page that was read", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("social-sign-up", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(`${book.url}/concepts`);
  await at.openChat();
  await at.ask(question);

  const dialog = await at.openSignIn();
  const button = dialog.getByRole("button", { name: words.continueWith({ name }) });
  await button.waitFor();
  expect(await accessibilityFaults(page, ".bp-dialog")).toEqual([]);
  await button.click();
  await chooseAtProvider(page, "Alice");
  await at.seeAccount();
  await page.waitForURL(`${book.url}/concepts`);

  const notice = page.getByRole("status").filter({ hasText: claims.question({ count: 1 }) });
  await notice.waitFor();
  expect(await accessibilityFaults(page, ".bp-notice")).toEqual([]);
  await page.getByRole("button", { name: claims.add }).click();
  await page.getByText(screens.bars.conversationsAdded({ count: 1 })).waitFor();
  const account = await accountPage(page);
  await account.openFromMenu();
  const chats = await account.goTo("chats");
  await chats.getByText(question).waitFor();

  // Out, and in again from the page for signing in: the button that was used last says so.
  await at.signOut();
  await at.seeSignedOut();
  await page.goto(`${book.url}/login`);
  await page.getByRole("button", { name: words.lastUsed }).click();
  await chooseAtProvider(page, "Alice");
  await page.getByText(screens.account.already).waitFor();
  expect(new URL(page.url()).hash).toBe("");
  await page.reload();
  await at.seeAccount();
  expect(desk.complaints).toEqual([]);
});

test("whoever cancels at the provider is told that nothing has happened, and the address bar forgets it", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("social-cancelled", desk);
  const { page } = desk;
  await page.goto(`${book.url}/login`);
  await page.getByRole("button", { name: words.continueWith({ name }) }).click();
  await chooseAtProvider(page, cancelAtProvider);
  await page
    .getByRole("alert")
    .filter({ hasText: String(problems["provider-refused"]) })
    .waitFor();
  expect(page.url()).toBe(`${book.url}/login`);
  expect(await accessibilityFaults(page, ".bp-form")).toEqual([]);
  await page.reload();
  await page.getByRole("button", { name: words.continueWith({ name }) }).waitFor();
  expect(await page.getByText(String(problems["provider-refused"])).count()).toBe(0);
  expect(desk.complaints).toEqual([]);
});

test("an address that has an account is not linked by itself; its owner signs in, links, uses and removes the link", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/(social|refresh)$/ });
  keepEvidence("social-linking", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(`${book.url}/register`);
  await formWorks(page);
  await page.getByLabel(screens.fields.name).fill(carol.name);
  await page.getByLabel(screens.fields.email).fill(carol.email);
  await page.getByLabel(screens.fields.password, { exact: true }).fill(carol.password);
  await page.getByRole("button", { name: screens.register.submit }).click();
  const letter = await waitForLetter(book.url, carol.email);
  await at.openLink(letter.links.find((address) => address.includes("/verify#")) ?? "");
  await page.getByRole("button", { name: screens.verify.submit }).click();
  await page.getByText(screens.verify.doneTitle).waitFor();
  await page.goto(book.url);
  await at.signOut();
  await at.seeSignedOut();

  await page.goto(`${book.url}/login`);
  await page.getByRole("button", { name: words.continueWith({ name }) }).click();
  await chooseAtProvider(page, "Carol");
  await page
    .getByRole("alert")
    .filter({ hasText: String(problems["provider-not-linked"]) })
    .waitFor();
  await at.signIn(carol);
  await at.seeAccount();

  const account = await accountPage(page);
  await page.goto(`${book.url}/account#security`);
  await page.getByRole("button", { name: words.linked.link({ name }) }).click();
  await chooseAtProvider(page, "Carol");
  await page.getByText(words.linked.done({ name })).waitFor();
  expect(new URL(page.url()).hash).toBe("#security");
  expect(await accessibilityFaults(page, ".bp-account-page")).toEqual([]);
  await waitForLetter(book.url, carol.email, "sign-in-method-changed");

  await at.signOut();
  await at.seeSignedOut();
  await page.goto(`${book.url}/login`);
  await page.getByRole("button", { name: words.continueWith({ name }) }).click();
  await chooseAtProvider(page, "Carol");
  await at.seeAccount();

  await page.goto(`${book.url}/account#security`);
  await page.getByRole("button", { name: words.linked.removeNamed({ name }) }).click();
  await account
    .part(account.words.security.title)
    .getByRole("group")
    .getByRole("button", { name: words.linked.remove })
    .click();
  await page.getByText(words.linked.removed({ name })).waitFor();
  await page.getByRole("button", { name: words.linked.link({ name }) }).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("whoever said in the form that the chats are not theirs is not asked again", async () => {
  // The panel looks whether the conversation that it shows has come along.
  const desk = await openPersonsBrowser(browser, {
    expectedFailures: /\/auth\/refresh$|\/messages\?limit=100$/,
  });
  keepEvidence("chats-declined", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(`${book.url}/concepts`);
  await at.openChat();
  await at.ask(question);
  const dialog = await at.openSignIn();
  await dialog.getByRole("checkbox", { name: claims.keepChats({ count: 1 }) }).uncheck();
  await dialog.getByLabel(screens.fields.email).fill(carol.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(carol.password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await at.seeAccount();
  const account = await accountPage(page);
  await account.openFromMenu();
  const chats = await account.goTo("chats");
  await chats.getByText(account.words.chats.empty).waitFor();
  expect(await page.getByText(claims.question({ count: 1 })).count()).toBe(0);
  expect(desk.complaints).toEqual([]);
});
