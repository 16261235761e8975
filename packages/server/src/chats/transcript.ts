import type { TranscriptWords } from "@bookplate/messages/transcript";
import { escapeMarkdown, linkTo } from "../answers/markdown.ts";
import type { Conversation, Message } from "./schemas.ts";

export interface Transcript {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
}

/**
 * A conversation as a Markdown file: questions as they were typed, answers as they were written, sources as links that
 * work outside of the book.
 *
 * @param bookUrl - where the book is read, without a trailing slash
 */
export function writeTranscript(
  { conversation, messages }: Transcript,
  { words, bookUrl }: { words: TranscriptWords; bookUrl: string },
): string {
  const { title, page, createdAt } = conversation;
  const place = page === null ? "" : ` · <${absolute(page, bookUrl)}>`;
  const head = `# ${escapeMarkdown(title ?? words.untitled)}\n\n${createdAt}${place}`;
  const said = messages.map((message) => writeMessage(message, words, bookUrl));
  return `${[head, ...said].join("\n\n")}\n`;
}

function writeMessage(message: Message, words: TranscriptWords, bookUrl: string): string {
  const { role, content, status, sources } = message;
  const parts = [`## ${role === "user" ? words.question : words.answer}`];
  if (content !== "")
    parts.push(role === "user" ? escapeMarkdown(content) : withAbsoluteLinks(content, bookUrl));
  if (status === "hidden") parts.push(`*${words.hidden}*`);
  if (status === "failed" || status === "streaming") parts.push(`*${words.incomplete}*`);
  if (sources.length > 0) {
    const links = sources.map(({ title, url }) => `- ${linkTo(title, absolute(url, bookUrl))}`);
    parts.push(`${words.sources}:\n\n${links.join("\n")}`);
  }
  return parts.join("\n\n");
}

/** A file has no address that a path could be relative to. */
function withAbsoluteLinks(markdown: string, bookUrl: string): string {
  return markdown.replace(/\]\((?=\/(?!\/))/g, `](${new URL(bookUrl).origin}`);
}

function absolute(address: string, bookUrl: string): string {
  return URL.parse(address, `${bookUrl}/`)?.href ?? address;
}
