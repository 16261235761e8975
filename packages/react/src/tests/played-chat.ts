import { type AnswerEvent, type Message, type Page, ProblemError } from "@bookplate/client";
import { vi } from "vitest";
import { createChat } from "../chat/chat.ts";
import type { ChatClient } from "../chat/chat-client.ts";
import { createDrafts } from "../chat/drafts.ts";
import { createOpenConversations } from "../chat/open-conversations.ts";
import type { ChatTabs } from "../chat/tabs.ts";

const createdAt = "2026-11-21T10:00:00.000Z";
const unjudged = { feedback: null, reported: false } as const;
const conversation = { id: "c", title: "Why?", page: null, createdAt, updatedAt: createdAt };
export const thread = (content: string, status: Message["status"]): Page<Message> => ({
  items: [
    { id: "q", role: "user", content: "Why?", sources: [], status: "complete", ...unjudged, createdAt },
    { id: "a", role: "assistant", content, sources: [], status, ...unjudged, createdAt },
  ],
  nextCursor: null,
});
export const refusal = (code: string, retryAt: Date | null = null) =>
  new ProblemError({ type: "", title: "", status: 429, code, detail: "", requestId: "" }, retryAt);

/** A server of one conversation; a test says what it answers instead. */
export function playChat(answers: Partial<ChatClient> = {}) {
  const calls = {
    create: vi.fn<ChatClient["create"]>(async () => conversation),
    list: vi.fn<ChatClient["list"]>(async () => ({ items: [conversation], nextCursor: null })),
    messages: vi.fn<ChatClient["messages"]>(async () => thread("Because.", "complete")),
    rename: vi.fn<ChatClient["rename"]>(async (_id, title) => ({ ...conversation, title })),
    remove: vi.fn<ChatClient["remove"]>(async () => {}),
    ask: vi.fn<ChatClient["ask"]>(() => stream({ type: "started", messageId: "b" }, { type: "finished" })),
    resume: vi.fn<ChatClient["resume"]>(() => stream()),
    stop: vi.fn<ChatClient["stop"]>(async () => {}),
  };
  const device = createStorage();
  const { kept, storage } = createStorage();
  const tabs = { tell: vi.fn<ChatTabs["tell"]>(), follow: vi.fn<ChatTabs["follow"]>(() => () => {}) };
  const chat = createChat({
    client: { ...calls, ...answers },
    drafts: createDrafts({ tab: storage, device: device.storage }, "book"),
    openConversations: createOpenConversations(storage, "book"),
    tabs,
    currentPage: () => "/start",
    language: "ur",
  });
  chat.connect();
  const state = chat.getSnapshot;
  const send = () => chat.ask(state().draft, { fromDraft: true });
  return { chat, calls, kept, keptOnDevice: device.kept, tabs, state, send };
}

function createStorage() {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return { kept, storage };
}

export async function* stream(...events: (AnswerEvent | Error)[]): AsyncGenerator<AnswerEvent> {
  for (const event of events) {
    if (event instanceof Error) throw event;
    yield event;
  }
}
