import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Chat, createChat } from "./chat.ts";
import type { ChatState } from "./chat-state.ts";
import { createDrafts } from "./drafts.ts";
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
  const [chat] = useState(() =>
    createChat({
      client: host.client,
      drafts: createDrafts(tabStorage(), host.storageKey),
      currentPage: () => shownPage.current ?? window.location.pathname,
    }),
  );
  const state = useSyncExternalStore(chat.subscribe, chat.getSnapshot, chat.getSnapshot);

  useEffect(() => chat.connect(), [chat]);
  const kind = reader?.kind;
  const id = reader?.id ?? null;
  useEffect(() => {
    if (kind !== undefined) chat.setReader({ kind, id }, { sessionEnded });
  }, [chat, kind, id, sessionEnded]);

  return { chat, state };
}

// The getter itself throws where a browser forbids storage.
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
