import { useEffect, useState } from "react";
import type { ConversationMatch } from "../chat-client.ts";
import { usePanel } from "../panel-context.ts";

/** Milliseconds without a key until the server is asked. */
const DEBOUNCE = 250;
const RESULTS_PER_PAGE = 20;

export interface ConversationSearch {
  /** What the results are for; `null` while nothing is searched for. */
  readonly query: string | null;
  readonly busy: boolean;
  readonly matches: readonly ConversationMatch[];
  readonly nextCursor: string | null;
  readonly readMore: () => Promise<void>;
}

interface Found {
  readonly query: string;
  readonly matches: readonly ConversationMatch[];
  readonly nextCursor: string | null;
}

/** Searches the reader's own conversations for what is typed, once the typing pauses. */
export function useSearch(typed: string): ConversationSearch {
  const { chat, host } = usePanel();
  const { chats } = host.client;
  const [found, setFound] = useState<Found | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const query = typed.trim().replace(/\s+/g, " ");

  useEffect(() => {
    if (query === "") {
      setFound(null);
      return;
    }
    // What comes for older words is dropped.
    let current = true;
    const timer = setTimeout(async () => {
      setFailed(null);
      try {
        const { items, nextCursor } = await chats.search({ q: query, limit: RESULTS_PER_PAGE });
        if (current) setFound({ query, matches: items, nextCursor });
      } catch (error) {
        if (!current) return;
        setFailed(query);
        chat.complain(error);
      }
    }, DEBOUNCE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [chat, chats, query]);

  async function readMore() {
    if (found === null || found.nextCursor === null) return;
    try {
      const page = await chats.search({ q: found.query, limit: RESULTS_PER_PAGE, cursor: found.nextCursor });
      setFound(
        (now) => now && { ...now, matches: [...now.matches, ...page.items], nextCursor: page.nextCursor },
      );
    } catch (error) {
      chat.complain(error);
    }
  }

  const shown = query === "" ? null : found;
  return {
    query: shown?.query ?? null,
    busy: query !== "" && query !== found?.query && query !== failed,
    matches: shown?.matches ?? [],
    nextCursor: shown?.nextCursor ?? null,
    readMore,
  };
}
