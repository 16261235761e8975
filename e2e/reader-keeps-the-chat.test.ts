import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { readStoredTraces } from "./support/stored-traces.ts";

const question = "What becomes of my chats when I register an account?";
const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

test("alice asks as a guest, registers, confirms elsewhere, signs in, and finds her chat; signing out leaves nothing that can be used", async () => {
  // Becoming an account ends the guest's session, so this browser's refresh is refused once.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("desk", desk);
  const atDesk = reader(desk.page);
  await desk.page.goto(book.url);
  await atDesk.openChat();
  await atDesk.ask(question);

  const source = atDesk.sources.first();
  const address = new URL((await source.getAttribute("href")) ?? "", book.url);
  expect(address.hash).not.toBe("");
  await source.click();
  await desk.page.waitForURL(address.href);
  await desk.page.locator(`[id="${decodeURIComponent(address.hash.slice(1))}"]`).waitFor();

  await atDesk.openRegister();
  await atDesk.register(alice);
  const letter = await waitForLetter(book.url, alice.email);
  const mailbox = await desk.context.newPage();
  await mailbox.goto(`${book.url}/dev/mail`);
  await mailbox.getByText(letter.subject).first().waitFor();
  await mailbox.close();
  const link = letter.links.find((address) => address.includes("/verify#")) ?? "";

  // Asked for the password, the first press is refused.
  const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/verify-email$/ });
  keepEvidence("phone", phone);
  const atPhone = reader(phone.page);
  await atPhone.openLink(link);
  await atPhone.confirmElsewhere(alice);
  await phone.page.goto(book.url);
  await atPhone.seeAccount();
  await atPhone.openChat();
  await atPhone.readConversation(question);

  await desk.page.goto(book.url);
  await atDesk.signIn(alice);
  await atDesk.seeAccount();
  await atDesk.openChat();
  await atDesk.readConversation(question);

  await desk.page.reload();
  await atDesk.seeAccount();
  await atDesk.openChat();
  await atDesk.readConversation(question);

  await atDesk.signOut();
  await atDesk.seeSignedOut();
  await desk.page.getByText(question).waitFor({ state: "detached" });
  // The screen is empty at once; the cookies go with the server's answer. What stays says only that this browser was here.
  const cookiesOfTheBook = async () =>
    (await desk.context.cookies()).map(({ name }) => name).filter((name) => name.includes("bookplate"));
  await expect.poll(cookiesOfTheBook).toEqual(["bookplate-device"]);
  const traces = await readStoredTraces(desk.page, desk.context);
  expect(traces).not.toMatch(/alice|What becomes|bpr_|eyJ/i);

  expect(desk.complaints).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
