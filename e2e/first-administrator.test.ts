import { loadFirstAdministratorWords } from "@bookplate/messages/first-administrator";
import { english as terminal } from "@bookplate/messages/terminal";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { forgetProof, proveByPassword } from "./support/step-up.ts";

const carol: Person = { name: "Carol", email: "carol@example.org", password: "lantern orchard velvet nine" };
const bob: Person = { ...carol, name: "Bob", email: "bob@example.org" };
const words = await loadFirstAdministratorWords("en");

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** The link as somebody sees it who has just started the server. */
function linkOnScreen(): string {
  const [link] = /http:\/\/localhost:\d+\/console\/claim#k=[\w-]+/.exec(book.output()) ?? [];
  if (link === undefined) throw new Error(`The start names no link:\n${book.output()}`);
  return link;
}

test("carol starts the server, opens its link, registers and administers; the link is of no use to bob", async () => {
  const link = linkOnScreen();
  expect(book.output()).toContain(terminal.screen.claim);

  const own = await openPersonsBrowser(browser, { expectedFailures: /\/admin\/claim$/ });
  keepEvidence("first-administrator", own);
  const { page, context } = own;
  await page.goto(link);
  await page.getByText(words.signedOut).waitFor();
  // The key is out of the address bar before anybody could copy it, and nowhere in the browser's storage.
  expect(new URL(page.url()).hash).toBe("");
  const key = link.slice(link.indexOf("#k=") + 3);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
    key,
  );
  await expectSoundScreen(page);

  await page.getByRole("button", { name: words.register }).click();
  await reader(page).register(carol);
  const tab = await context.newPage();
  await reader(tab).openLink(linkTo("/verify", await waitForLetter(book.url, carol.email)));
  await tab.getByRole("button", { name: /confirm/i }).click();
  await reader(tab).seeAccount();

  // What carol did in the other tab shows here, where the link still is.
  await page.getByRole("button", { name: words.submit }).waitFor();
  await page.getByRole("main").getByText(carol.email).waitFor();
  await expectSoundScreen(page);
  await forgetProof(page, "/admin/claim");
  await page.getByRole("button", { name: words.submit }).click();
  const claimed = page.waitForResponse(
    (response) => response.url().endsWith("/admin/claim") && response.ok(),
  );
  await proveByPassword(page, carol.password);
  await page.getByRole("heading", { name: words.doneTitle }).waitFor();
  const session: { accessToken: string; account: { role: string } } = await (await claimed).json();
  expect(session.account.role).toBe("admin");
  const [, payload = ""] = session.accessToken.split(".");
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ role: "admin" });
  await expectSoundScreen(page);
  await page.getByRole("link", { name: words.secure }).click();
  await page.waitForURL(/\/account#security$/);
  expect(own.complaints).toEqual([]);

  await openAccount(book.url, bob);
  const late = await openPersonsBrowser(browser, { expectedFailures: /\/admin\/claim$/ });
  keepEvidence("first-administrator-late", late);
  await late.page.goto(book.url);
  await reader(late.page).signIn(bob);
  await late.page.goto(link);
  await late.page.getByRole("button", { name: words.submit }).click();
  await late.page.getByRole("heading", { name: words.deadTitle }).waitFor();
  await late.page.getByText("npx bookplate admin link").waitFor();
  await expectSoundScreen(late.page);
  expect(late.complaints).toEqual([]);

  // No log keeps it: it stands where it was printed, once.
  expect(book.output().split(key)).toHaveLength(2);
});

test("whoever comes to the console without a link is told which command prints one", async () => {
  const { page, complaints } = await openPersonsBrowser(browser);
  await page.goto(`${book.url}/console`);
  await page.getByRole("heading", { name: words.missingTitle }).waitFor();
  await page.getByText("npx bookplate admin link").waitFor();
  await expectSoundScreen(page);
  expect(complaints).toEqual([]);
});
