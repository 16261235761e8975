import { labelsFor } from "@bookplate/messages/labels";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningExample, startExample } from "./support/vite-example.ts";

const question = "What becomes of my chats when I register?";
const password = "lantern orchard velvet nine";
const alice: Person = { name: "Alice", email: "alice@example.org", password };

const labels = labelsFor("en");
const screens = await loadScreens("en");
let example: RunningExample;
let browser: Browser;

beforeAll(async () => {
  [example, browser] = await Promise.all([startExample(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await example?.stop();
});

test("in an app of one's own, alice asks as a guest, registers, and finds her conversation and the notes of the app's own service", async () => {
  // Becoming an account ends the guest's session, so this browser's refresh is refused once.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("vite-example", desk);
  const { page } = desk;
  const atDesk = reader(page);
  const notes = page.getByRole("region", { name: "Your notes" });
  const conversations = page.getByRole("region", { name: "Your conversations" });
  const keep = async (text: string) => {
    await notes.getByRole("textbox", { name: "A new note" }).fill(text);
    await notes.getByRole("button", { name: "Keep" }).click();
    await notes.getByRole("listitem").filter({ hasText: text }).waitFor();
  };

  await page.goto(example.url);
  await atDesk.openChat();
  await atDesk.ask(question);
  expect(await conversations.count()).toBe(0);

  await atDesk.openRegister();
  await atDesk.register(alice);
  const letter = await waitForLetter(example.url, alice.email);
  const link = letter.links.find((address) => address.startsWith(`${example.url}/verify#`)) ?? "";
  await atDesk.openLink(link);
  await page.getByRole("button", { name: screens.verify.submit }).click();
  await page.getByText(screens.verify.doneTitle).waitFor();

  // The list of notes is slower than the reader: what was kept meanwhile is not lost to it.
  const { promise: kept, resolve: letGo } = Promise.withResolvers<void>();
  await page.route(/\/notes$/, async (route) => {
    if (route.request().method() === "GET") await kept;
    await route.continue();
  });
  await page.goto(example.url);
  await conversations.getByText(question).waitFor();
  await keep("kept with fetch");
  const listed = page.waitForResponse(
    (answer) => answer.request().method() === "GET" && /\/notes$/.test(answer.url()),
  );
  letGo();
  await (await listed).finished();
  await notes.getByRole("radio", { name: "axios" }).check();
  await keep("kept with axios");
  expect(await notes.getByText("kept with fetch").count()).toBe(1);
  await page.reload();
  await notes.getByText("kept with fetch").waitFor();
  await notes.getByText("kept with axios").waitFor();

  await page.getByRole("button", { name: labels.yourAccount }).click();
  await page.getByRole("button", { name: screens.account.signOut }).click();
  await page.getByRole("heading", { name: "Ask first" }).waitFor();
  expect(await notes.count()).toBe(0);
  expect(await page.getByText("kept with").count()).toBe(0);

  await page.getByRole("button", { name: "I have one" }).click();
  const dialog = page.getByRole("dialog", { name: screens.login.title });
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await notes.getByText("kept with axios").waitFor();
  expect(desk.complaints).toEqual([]);
});
