import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

import { loadFirstAdministratorWords } from "@bookplate/messages/first-administrator";
import { loadProblems, problemText } from "@bookplate/messages/problems";
import { loadScreens } from "@bookplate/messages/screens";
import { loadSignUpWords } from "@bookplate/messages/sign-up";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const alice: Person = { name: "Alice", email: "alice@example.org", password: "lantern orchard velvet nine" };
const [claiming, words, screens, problems] = await Promise.all([
  loadFirstAdministratorWords("en"),
  loadSignUpWords("en"),
  loadScreens("en"),
  loadProblems("en"),
]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(undefined, { SIGN_UP: "invitation" }), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** What an operator types in the terminal. @returns the answer as a program reads it */
async function bookplate<Answer>(...given: string[]): Promise<Answer> {
  const command = join(repositoryRoot, "packages", "server", "bin", "bookplate.mjs");
  const { environment: env } = book;
  const { stdout } = await promisify(execFile)(installedNode, [command, ...given, "--json"], { env });
  return JSON.parse(stdout);
}

async function fillIn(page: Page, { name, password }: Person): Promise<void> {
  await page.getByLabel(screens.fields.name).fill(name);
  await page.getByLabel(screens.fields.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: screens.register.submit }).click();
}

test("alice is invited, follows the letter and has an account; nobody else comes in by it", async () => {
  const { url } = await bookplate<{ url: string }>("invite", "--email", alice.email);
  const link = linkTo("/register", await waitForLetter(book.url, alice.email, "invitation"));
  expect(link).toBe(url);

  const own = await openPersonsBrowser(browser);
  keepEvidence("invitation", own);
  const { page, context } = own;
  await page.goto(link);
  await page.getByText(words.invited).waitFor();
  // Whoever looks at the address bar or the history later finds nothing that lets them in.
  expect(new URL(page.url()).hash).toBe("");
  expect(await page.getByLabel(screens.fields.email).inputValue()).toBe(alice.email);
  await expectSoundScreen(page);
  await fillIn(page, alice);
  await page.getByText(screens.inbox.title).waitFor();
  const tab = await context.newPage();
  await reader(tab).openLink(
    linkTo("/verify", await waitForLetter(book.url, alice.email, "verify-registration")),
  );
  await tab.getByRole("button", { name: screens.verify.submit }).click();
  await reader(tab).seeAccount();
  expect(own.complaints).toEqual([]);
  const { invitations } = await bookplate<{ invitations: object[] }>("invite", "list");
  expect(invitations).toMatchObject([{ email: alice.email, acceptedAt: expect.any(String) }]);

  const late = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/register$/ });
  keepEvidence("invitation-late", late);
  await late.page.goto(link);
  await late.page.getByText(words.invited).waitFor();
  await fillIn(late.page, { ...alice, name: "Mallory" });
  await late.page.getByText(problemText(problems, "invitation-invalid", {})).waitFor();
  await expectSoundScreen(late.page);
  expect(late.complaints).toEqual([]);
});

test("bob, whom nobody has invited, is told so, and may paste a link", async () => {
  const { url } = await bookplate<{ url: string }>("invite");
  const { page, complaints } = await openPersonsBrowser(browser);
  await page.goto(book.url);
  const dialog = await reader(page).openSignIn();
  await dialog.getByRole("link", { name: screens.login.register }).click();
  const needed = page.getByRole("dialog", { name: words.neededTitle });
  await needed.getByText(words.needed).waitFor();
  await expectSoundScreen(page, "[role=dialog]");
  await needed.getByLabel(words.link).fill(book.url);
  await needed.getByRole("button", { name: words.submit }).click();
  await needed.getByText(words.linkWrong).waitFor();
  await needed.getByLabel(words.link).fill(url);
  await needed.getByRole("button", { name: words.submit }).click();
  await page.getByRole("dialog", { name: screens.register.title }).getByText(words.invited).waitFor();
  expect(complaints).toEqual([]);
});

test.each(["invitation", "closed"])(
  "carol, who has the link of the terminal, makes her account from its page where SIGN_UP is %s",
  async (signUp) => {
    const { url } = await bookplate<{ url: string }>("admin", "link");
    const own = await openPersonsBrowser(browser);
    keepEvidence(`claim-where-${signUp}`, own);
    const { page } = own;
    const ways = { providers: [], magicLink: true, passkeys: false, signUp };
    await page.route("**/api/v1/auth/methods", (route) => route.fulfill({ json: ways }));
    await page.goto(url);
    await page.getByRole("button", { name: claiming.register }).click();
    const dialog = page.getByRole("dialog", { name: screens.register.title });
    await dialog.getByText(words.invited).waitFor();
    await expectSoundScreen(page, "[role=dialog]");
    await dialog.getByLabel(screens.fields.email).fill(`carol-${signUp}@example.org`);
    await fillIn(page, { ...alice, name: "Carol" });
    await page.getByText(screens.inbox.title).waitFor();
    expect(own.complaints).toEqual([]);
  },
);

test("a book that takes no new accounts leads nobody to the form", async () => {
  const { page, complaints } = await openPersonsBrowser(browser);
  const ways = { providers: [], magicLink: true, passkeys: false, signUp: "closed" };
  await page.route("**/api/v1/auth/methods", (route) => route.fulfill({ json: ways }));
  await page.goto(book.url);
  const dialog = await reader(page).openSignIn();
  await dialog.getByRole("button", { name: screens.login.magicLink }).waitFor();
  expect(await dialog.getByRole("link", { name: screens.login.register }).count()).toBe(0);
  await page.goto(`${book.url}/register`);
  await page.getByRole("heading", { name: words.closedTitle }).waitFor();
  await expectSoundScreen(page);
  expect(complaints).toEqual([]);
});
