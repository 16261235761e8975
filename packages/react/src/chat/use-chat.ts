import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Chat, createChat } from "./chat.ts";
import type { ChatState } from "./chat-state.ts";
import { createDrafts } from "./drafts.ts";
import { findStorage } from "./kept.ts";
import { createOpenConversations } from "./open-conversations.ts";
import { createChatTabs } from "./tabs.ts";
import type { ChatHost } from "./use-chat-host.ts";

/**
 * The chat of this panel, told who reads and where.
 *
 * @param page - path of the page on the screen; the address bar's where it is `undefined`
 */
export function useChat(host: ChatHost, page: string | undefined): { chat: Chat; state: ChatState } {
  const { reader, sessionEnded } = host;
  const shownPage = useRef(page);
  useEffect(() => {
    shownPage.current = page;
  }, [page]);
  const [chat] = useState(() => {
    const tab = findStorage("sessionStorage");
    const device = findStorage("localStorage");
    return createChat({
      client: host.client.chats,
      language: host.language,
      drafts: createDrafts({ tab, device }, host.storageKey),
      openConversations: createOpenConversations(tab, host.storageKey),
      tabs: createChatTabs(`${host.storageKey}:chat`),
      currentPage: () => shownPage.current ?? window.location.pathname,
    });
  });
  const state = useSyncExternalStore(chat.subscribe, chat.getSnapshot, chat.getSnapshot);

  useEffect(() => chat.connect(), [chat]);
  const kind = reader?.kind;
  const id = reader?.id ?? null;
  useEffect(() => {
    if (kind !== undefined) chat.setReader({ kind, id }, { sessionEnded });
  }, [chat, kind, id, sessionEnded]);

  const { conversationsAdded } = host;
  useEffect(() => {
    if (conversationsAdded !== null) chat.cameAlong();
  }, [chat, conversationsAdded]);

  return { chat, state };
}
