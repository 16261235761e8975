import { loadChat } from "@bookplate/messages/chat";
import { loadChatToolsWords } from "@bookplate/messages/chat-tools";
import type { Page } from "playwright-core";

/**
 * Goes through what the chat panel shows besides a conversation, from an answer on the screen and back to it.
 *
 * @param language - BCP 47 tag of the book
 * @param question - what was asked; its longest word is searched for
 */
export async function visitChatParts(
  page: Page,
  language: string,
  question: string,
  visit: (part: string) => Promise<void>,
): Promise<void> {
  const [chat, tools] = await Promise.all([loadChat(language), loadChatToolsWords(language)]);
  const panel = page.getByRole("complementary", { name: chat.title });
  const button = (name: string) => panel.getByRole("button", { name, exact: true }).last();

  await button(tools.report.open).click();
  await panel.getByText(tools.report.seen).waitFor();
  await visit("chat-report");
  await page.keyboard.press("Escape");
  await button(tools.feedback.down).click();
  await panel.getByLabel(tools.feedback.missing).waitFor();
  await visit("chat-feedback");
  await page.keyboard.press("Escape");

  await button(chat.conversations).click();
  await panel
    .getByRole("button", { name: tools.list.more({ title: question }) })
    .first()
    .click();
  await button(tools.list.markdown).waitFor();
  await visit("chat-list");
  const [longest = ""] = question.split(/[\s?؟？]+/).sort((one, other) => other.length - one.length);
  await panel.getByRole("searchbox").fill(longest);
  await panel.locator("mark").first().waitFor();
  await visit("chat-search");
  await button(chat.back).click();
}
