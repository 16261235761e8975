import type { DraftStorage } from "./drafts.ts";

/** Which conversation of a reader this tab has open: a reload shows it again. */
export interface OpenConversations {
  read(readerId: string): string | null;
  write(readerId: string, conversationId: string | null): void;
}

/**
 * @param storage - `sessionStorage`, or `null` where the browser keeps nothing
 * @param prefix - the book's own; what lies under it goes at sign-out
 */
export function createOpenConversations(storage: DraftStorage | null, prefix: string): OpenConversations {
  const key = (readerId: string) => `${prefix}:conversation:${readerId}`;
  return {
    read(readerId) {
      try {
        return storage?.getItem(key(readerId)) ?? null;
      } catch {
        // A storage that is forbidden costs the place after a reload and nothing else.
        return null;
      }
    },
    write(readerId, conversationId) {
      try {
        if (conversationId === null) storage?.removeItem(key(readerId));
        else storage?.setItem(key(readerId), conversationId);
      } catch {
        // As above.
      }
    },
  };
}
