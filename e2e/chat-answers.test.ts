import { loadChat } from "@bookplate/messages/chat";
import { loadChatToolsWords } from "@bookplate/messages/chat-tools";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser, type PersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { type Reader, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { type SlowModel, startSlowModel } from "./support/slow-model.ts";

const question = "How does a refresh token notice theft?";
const [words, tools] = await Promise.all([loadChat("en"), loadChatToolsWords("en")]);

let model: SlowModel;
let book: RunningBook;
let browser: Browser;
let alices: PersonsBrowser;
let page: Page;
let at: Reader;

beforeAll(async () => {
  model = await startSlowModel();
  [book, browser] = await Promise.all([startBook(undefined, model.settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await book?.stop();
  await model?.close();
});
beforeEach(async () => {
  // Connections are cut on purpose here.
  alices = await openPersonsBrowser(browser, { expectedFailures: /\/api\/v1\// });
  page = alices.page;
  at = reader(page);
  await page.goto(book.url);
  await at.openChat();
});

const button = (name: string, within: Reader = at) =>
  within.chatPanel.getByRole("button", { name, exact: true });
const send = async () => {
  await at.chatPanel.getByRole("textbox", { name: words.question }).fill(question);
  await button(words.send).click();
};
const openTab = async (context: BrowserContext): Promise<Reader> => {
  const tab = await context.newPage();
  await tab.goto(book.url);
  await reader(tab).openChat();
  return reader(tab);
};

test("an answer is stopped where it was sent, keeps what came, and the reader goes on writing", async () => {
  keepEvidence("chat-stop", alices);
  await send();
  await button(words.stop).waitFor();
  await model.say("A refresh token is used once, ");
  await at.chatPanel.getByText("A refresh token is used once,").waitFor();
  await expectSoundScreen(page, ".bp-chat");
  await button(words.stop).click();
  await at.chatPanel.getByText(words.answerStopped).waitFor({ state: "attached" });
  await button(tools.feedback.up).waitFor();
  // The button that was pressed is gone; the next question is what comes next.
  await at.chatPanel.locator("textarea:focus").waitFor();
  expect(await at.chatPanel.getByText(words.answerFailed).count()).toBe(0);

  await page.reload();
  await at.openChat();
  await at.chatPanel.getByText("A refresh token is used once,").waitFor();
  expect(await button(words.stop).count()).toBe(0);
  expect(alices.complaints).toEqual([]);
});

test("an answer goes on coming after a reload, in another tab, and after a broken connection", async () => {
  keepEvidence("chat-resume", alices);
  await send();
  await model.say("It is used once. ");
  await at.chatPanel.getByText("It is used once.").waitFor();

  await page.reload();
  await at.openChat();
  await at.chatPanel.getByText("It is used once.").waitFor();
  await model.say("Used again, ");
  await at.chatPanel.getByText("It is used once. Used again,").waitFor();

  const other = await openTab(alices.context);
  await button(words.conversations, other).click();
  await other.chatPanel
    .getByRole("listitem")
    .filter({ hasText: question })
    .getByRole("button")
    .first()
    .click();
  await other.chatPanel.getByText("It is used once. Used again,").waitFor();

  await alices.context.setOffline(true);
  await alices.context.setOffline(false);
  await model.say("it ends the session.");
  await model.end();
  for (const tab of [at, other]) {
    await tab.chatPanel.getByText("It is used once. Used again, it ends the session.").waitFor();
    await tab.chatPanel.getByText(words.answerReady).waitFor({ state: "attached" });
  }

  // A tab that only has the conversation open hears of the next question.
  await send();
  await model.say("Once more: used once.");
  await other.chatPanel.getByText("Once more: used once.").waitFor();
  await button(words.stop, other).click();
  await button(words.send).waitFor();
  expect(alices.complaints).toEqual([]);
});

test("a connection that stays away shows what came, and two ways to go on", async () => {
  keepEvidence("chat-broken", alices);
  await send();
  await model.say("Half an answer");
  await at.chatPanel.getByText("Half an answer").waitFor();
  await page.route("**/api/v1/messages/*/stream", (route) => route.abort());
  await page.route("**/api/v1/conversations/*/messages*", (route) => route.abort());
  // The attempts to follow it are seconds apart.
  await page.clock.install();
  await page.reload();
  await at.openChat();
  await button(words.tryAgain).waitFor();
  await page.unroute("**/api/v1/conversations/*/messages*");
  await button(words.tryAgain).click();
  await at.chatPanel.getByText("Half an answer").waitFor();
  await page.route("**/api/v1/conversations/*/messages*", (route) => route.abort());
  const broken = at.chatPanel.getByText(words.answerBroken);
  await expect
    .poll(async () => {
      await page.clock.fastForward(5_000);
      return broken.count();
    })
    .toBe(1);
  await expectSoundScreen(page, ".bp-chat");

  await page.unroute("**/api/v1/messages/*/stream");
  await page.unroute("**/api/v1/conversations/*/messages*");
  await button(words.continueReading).click();
  await model.say(", and the other half.");
  await at.chatPanel.getByText("Half an answer, and the other half.").waitFor();
  await model.end();
  await at.chatPanel.getByText(words.answerReady).waitFor({ state: "attached" });
});

test("a question whose answer was lost on the way is sent again without being asked twice", async () => {
  keepEvidence("chat-lost", alices);
  // It reaches the server, and nothing of what comes back reaches the reader.
  await page.route("**/api/v1/conversations/*/messages", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await send();
  await model.say("It is used once.");
  await model.end();
  await button(words.dismiss).waitFor();
  expect(await at.chatPanel.getByRole("textbox", { name: words.question }).inputValue()).toBe(question);

  await page.unroute("**/api/v1/conversations/*/messages");
  await button(words.send).click();
  await at.chatPanel.getByText("It is used once.").waitFor();
  await at.chatPanel.getByText(words.answerReady).waitFor({ state: "attached" });
  for (const round of ["as it came", "as it is stored"]) {
    expect(await at.chatPanel.getByRole("article").count(), round).toBe(2);
    await page.reload();
    await at.openChat();
    await at.chatPanel.getByText("It is used once.").waitFor();
  }
});

test("whoever wants answers at once sees none before it is complete", async () => {
  keepEvidence("chat-at-once", alices);
  await button(words.conversations).click();
  await at.chatPanel.getByLabel(tools.list.atOnce).check();
  await button(words.back).click();
  await send();
  await model.say("Half an answer");
  await at.chatPanel.getByText(words.answering).waitFor();
  // The server has it: another tab sees it.
  await page.reload();
  await at.openChat();
  await at.chatPanel.getByText(words.answering).waitFor();
  expect(await at.chatPanel.getByText("Half an answer").count()).toBe(0);
  await model.end();
  await at.chatPanel.getByText("Half an answer").waitFor();
  expect(alices.complaints).toEqual([]);
});

test("alice says what she thinks of an answer, reports it in two taps, and sees a notice where a moderator hid it", async () => {
  keepEvidence("chat-report", alices);
  await send();
  await model.say("The moon is a lamp.");
  await model.end();
  await button(tools.feedback.up).click();
  await at.chatPanel.getByText(tools.feedback.thanks).waitFor();
  expect(await button(tools.feedback.up).getAttribute("aria-pressed")).toBe("true");
  await button(tools.feedback.down).click();
  await at.chatPanel.getByLabel(tools.feedback.missing).fill("The sun is missing.");
  await expectSoundScreen(page, ".bp-chat");
  await at.chatPanel.locator(".bp-chat-form").getByRole("button", { name: tools.feedback.send }).click();
  await at.chatPanel.getByText(tools.feedback.thanks).waitFor();

  await button(tools.report.open).click();
  await at.chatPanel.locator("button:focus", { hasText: tools.report.reasons.wrong }).waitFor();
  await expectSoundScreen(page, ".bp-chat");
  await page.keyboard.press("Escape");
  await at.chatPanel.locator("button:focus", { hasText: tools.report.open }).waitFor();
  await button(tools.report.open).click();
  await button(tools.report.reasons.wrong).click();
  await at.chatPanel.getByText(tools.report.reported).waitFor();

  await page.reload();
  await at.openChat();
  await at.chatPanel.getByText(tools.report.reported).waitFor();
  expect(await button(tools.feedback.down).getAttribute("aria-pressed")).toBe("true");
  expect(await button(tools.report.open).count()).toBe(0);

  // As the server answers once a moderator has hidden it.
  await page.route("**/api/v1/conversations/*/messages*", async (route) => {
    const answer = await route.fetch();
    const { items, nextCursor } = await answer.json();
    const hidden = items.map((item: { role: string }) =>
      item.role === "assistant" ? { ...item, content: "", sources: [], status: "hidden" } : item,
    );
    await route.fulfill({ response: answer, json: { items: hidden, nextCursor } });
  });
  await page.reload();
  await at.openChat();
  await at.chatPanel.getByText(words.hidden).waitFor();
  expect(await button(tools.feedback.up).count()).toBe(0);
  await at.chatPanel.getByText(question).first().waitFor();
  expect(alices.complaints).toEqual([]);
});
