import { loadActivity } from "@bookplate/messages/activity";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../scripts/wait-until.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const turnTimeoutMs = 20_000;
const activity = await loadActivity("en");

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([
    startBook(undefined, { EMAIL_VERIFICATION: "off", REFRESH_GRACE: "1s" }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

const post = (path: string, headers: Record<string, string>, body: object = {}) =>
  fetch(`${book.url}/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: book.url, ...headers },
    body: JSON.stringify(body),
  });

/** Whoever has copied a browser's cookie. */
function createThief(cookie: string) {
  let latest = cookie;
  const refresh = () => post("/auth/refresh", { cookie: latest });
  return {
    refresh,
    /** Asks until the cookie is replaced; a young one is not. */
    takeTurn: () =>
      waitUntil("the thief's turn", turnTimeoutMs, async () => {
        const answer = await refresh();
        expect(answer.status).toBe(200);
        const [set] = answer.headers.getSetCookie();
        if (set === undefined) return undefined;
        latest = set.slice(0, set.indexOf(";"));
        return true;
      }),
  };
}

test("whoever copies a cookie is put out when alice comes back, and she is told what happened; her phone stays signed in", async () => {
  const { name, email, password } = alice;
  expect((await post("/auth/register", {}, { name, email, password })).status).toBe(201);

  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("stolen-desk", desk);
  const phone = await openPersonsBrowser(browser);
  keepEvidence("stolen-phone", phone);
  for (const { page } of [desk, phone]) {
    await page.goto(book.url);
    await reader(page).signIn(alice);
    await reader(page).seeAccount();
  }

  const cookie = (await desk.context.cookies()).find((one) => one.name === "bookplate");
  expect(cookie).toMatchObject({ httpOnly: true });
  await desk.page.goto("about:blank");
  const thief = createThief(`bookplate=${cookie?.value}`);
  await thief.takeTurn();
  await thief.takeTurn();

  await desk.page.goto(book.url);
  await reader(desk.page).seeSignedOut();
  expect((await thief.refresh()).status).toBe(401);
  await phone.page.reload();
  await reader(phone.page).seeAccount();

  const letter = await waitForLetter(book.url, email, "session-stolen");
  await desk.page.goto(linkTo("/login", letter));
  const account = await accountPage(desk.page);
  await reader(desk.page).signIn(alice);
  await desk.page.goto(`${book.url}/account#security`);
  await account.part(account.words.security.title).getByText(activity.kinds["refresh-reused"]).waitFor();

  for (const { complaints, context } of [desk, phone]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});
