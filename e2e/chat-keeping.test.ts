import { readFile } from "node:fs/promises";
import { loadChat } from "@bookplate/messages/chat";
import { loadChatToolsWords } from "@bookplate/messages/chat-tools";
import { loadClaimsWords } from "@bookplate/messages/claims";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const first = "How does a refresh token notice theft?";
const second = "What becomes of my chats when I register an account?";
const unsent = "Which cookies are set, and what are they for?";
const [words, tools, claims, screens] = await Promise.all([
  loadChat("en"),
  loadChatToolsWords("en"),
  loadClaimsWords("en"),
  loadScreens("en"),
]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([
    startBook(undefined, { QUOTA_GUEST: "2/d", QUOTA_NETWORK: "9/d" }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

test("a guest hears what is left before it is gone, registers at the limit, and the question is still in the box", async () => {
  // The third question is refused, and becoming an account ends the guest's session.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/(?:messages|auth\/refresh)$/ });
  keepEvidence("chat-quota", desk);
  const { page } = desk;
  const at = reader(page);
  const { chatPanel } = at;
  await page.goto(book.url);
  await at.openChat();
  await at.ask(first);
  await chatPanel.getByText(/^1 question left until/).waitFor();
  await at.ask(second);
  await chatPanel.getByText(/^Your questions are used up/).waitFor();

  const box = chatPanel.getByRole("textbox", { name: words.question });
  await box.fill(unsent);
  await chatPanel.getByRole("button", { name: words.send }).click();
  const refusal = chatPanel.getByRole("alert");
  await refusal
    .getByText(/New ones come in \d+ (?:hours?|minutes?), at .+; your question is kept\./)
    .waitFor();
  expect(await box.inputValue()).toBe(unsent);
  await expectSoundScreen(page, ".bp-chat");

  await refusal.getByRole("button", { name: words.register }).click();
  await at.register(alice);
  const letter = await waitForLetter(book.url, alice.email);
  // The letter opens a tab of its own.
  const tab = await desk.context.newPage();
  await tab.goto(linkTo("/verify", letter));
  await tab.getByRole("button", { name: screens.verify.submit }).click();
  await tab.getByText(screens.verify.doneTitle).waitFor();
  for (const shown of [page, tab]) {
    await reader(shown).seeAccount();
    await shown.goto(book.url);
    await reader(shown).openChat();
    const kept = reader(shown).chatPanel.getByRole("textbox", { name: words.question });
    await expect.poll(() => kept.inputValue()).toBe(unsent);
  }
  await tab.close();

  await chatPanel.getByRole("button", { name: words.send }).click();
  await chatPanel.getByText(words.answerReady).waitFor({ state: "attached" });
  expect(await box.inputValue()).toBe("");
  expect(await chatPanel.getByText(/questions? left|used up/).count()).toBe(0);
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test("alice finds, keeps, renames and deletes what she has asked, and a place of the book, by keyboard", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/conversations$/ });
  keepEvidence("chat-list", desk);
  const { page } = desk;
  const at = reader(page);
  const { chatPanel } = at;
  await page.goto(book.url);
  await at.signIn(alice);
  await at.openChat();
  await chatPanel.getByRole("button", { name: words.conversations }).click();
  await chatPanel.locator("h3:focus").waitFor();

  const search = chatPanel.getByRole("searchbox", { name: tools.search.label });
  await search.fill("zeppelin");
  await chatPanel.getByText(tools.search.nothing({ query: "zeppelin" })).waitFor();
  await search.fill("register account");
  await chatPanel.locator(".bp-chat-found mark").first().waitFor();
  await expectSoundScreen(page, ".bp-chat");
  await page.keyboard.press("ArrowDown");
  await chatPanel.locator(".bp-chat-found button:focus").waitFor();
  await page.keyboard.press("ArrowUp");
  await chatPanel.locator("input[type=search]:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await chatPanel.locator("article[data-wanted]:focus").waitFor();
  await chatPanel.getByText(second, { exact: true }).first().waitFor();

  await chatPanel.getByRole("button", { name: words.conversations }).click();
  await search.fill("theft");
  await chatPanel.locator(".bp-chat-found").waitFor();
  await search.press("Escape");
  expect(await search.inputValue()).toBe("");
  await chatPanel.getByRole("button", { name: words.bookmarkPage }).click();
  await chatPanel.getByRole("button", { name: words.bookmarked }).waitFor();

  const more = chatPanel.getByRole("button", { name: /^More about/ }).first();
  for (const [act, ending] of [
    [tools.list.markdown, ".md"],
    [tools.list.json, ".json"],
  ] as const) {
    await more.click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      chatPanel.getByRole("button", { name: act }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    expect(await readFile(await download.path(), "utf8")).toContain(unsent);
    await chatPanel.getByText(tools.list.saved).waitFor();
  }
  await more.click();
  await expectSoundScreen(page, ".bp-chat");
  await page.keyboard.press("Enter");
  await chatPanel.getByLabel(tools.list.renameLabel).fill("What I asked");
  await page.keyboard.press("Enter");
  const renamed = chatPanel.getByRole("button", { name: tools.list.more({ title: "What I asked" }) });
  await renamed.waitFor();
  await chatPanel.locator("button:focus[aria-expanded]").waitFor();
  await renamed.click();
  await chatPanel.getByRole("button", { name: tools.list.remove }).click();
  await chatPanel.getByText(tools.list.removeQuestion).waitFor();
  await chatPanel.getByRole("button", { name: tools.list.remove, exact: true }).click();
  await renamed.waitFor({ state: "detached" });
  await chatPanel.locator("h3:focus").waitFor();

  // A passage of the page is kept beside the button that asks about it.
  await chatPanel.getByRole("button", { name: words.close }).click();
  await page.locator("article p").first().selectText();
  await page.getByRole("button", { name: words.bookmark, exact: true }).click();
  await page.getByRole("button", { name: words.bookmarked }).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test("a guest's open conversation comes along to the account, and goes when alice signs out", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("chat-merge", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(book.url);
  await at.openChat();
  await at.ask("How do I verify a token in Python?");
  await at.signIn(alice);
  await page.getByText(screens.bars.conversationsAdded({ count: 1 })).waitFor();
  await at.chatPanel.getByText("How do I verify a token in Python?").first().waitFor();
  expect(await at.chatPanel.getByText(words.guest).count()).toBe(0);
  await at.chatPanel.getByRole("button", { name: words.conversations }).click();
  await at.chatPanel.getByRole("listitem").filter({ hasText: "Python" }).waitFor();

  await at.signOut();
  await at.chatPanel.getByText(words.emptyHeading).waitFor();
  expect(await at.chatPanel.getByRole("article").count()).toBe(0);
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test("a guest's open conversation that is left behind is closed, and not even asked for", async () => {
  // Whatever is asked for and does not exist would be a complaint.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("chat-left-behind", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(book.url);
  await at.openChat();
  await at.ask("How do I verify a token in Python?");
  const dialog = await at.openSignIn();
  await dialog.getByRole("checkbox", { name: claims.keepChats({ count: 1 }) }).uncheck();
  await dialog.getByLabel(screens.fields.email).fill(alice.email);
  await dialog.getByLabel(screens.fields.password, { exact: true }).fill(alice.password);
  await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
  await at.seeAccount();
  await at.chatPanel.getByText(words.emptyHeading).waitFor();
  await at.chatPanel.getByRole("button", { name: words.conversations }).click();
  await at.chatPanel.getByRole("listitem").first().waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test("alice is asked before a question that she has not sent goes with her, and not where there is none", async () => {
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("chat-unsent", desk);
  const { page } = desk;
  const at = reader(page);
  await page.goto(book.url);
  await at.signIn(alice);
  await at.openChat();
  // Closed, the panel keeps what is typed; on a phone nothing else of the page can be reached while it is open.
  const box = page.locator(".bp-chat textarea");
  await box.fill(unsent);
  await at.chatPanel.getByRole("button", { name: words.close }).click();
  await at.signOut();
  const question = page.getByRole("group", { name: tools.unsent.question });
  await question.locator("button:focus", { hasText: tools.unsent.stay }).waitFor();
  await expectSoundScreen(page, ".bp-account-menu");
  await question.getByRole("button", { name: tools.unsent.stay }).press("Escape");
  await page.locator("button:focus", { hasText: screens.account.signOut }).waitFor();
  expect(await box.inputValue()).toBe(unsent);

  await page.keyboard.press("Enter");
  await question.getByRole("button", { name: tools.unsent.signOut }).click();
  await at.seeSignedOut();
  expect(await box.inputValue()).toBe("");
  await at.signIn(alice);
  await at.seeAccount();
  expect(await box.inputValue()).toBe("");
  await at.signOut();
  await at.seeSignedOut();
  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});
