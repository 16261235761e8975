import { type KeptStorage, readKept, writeKept } from "./kept.ts";

/** Which conversation of a reader this tab has open: a reload shows it again. */
export interface OpenConversations {
  read(readerId: string): string | null;
  write(readerId: string, conversationId: string | null): void;
}

/**
 * @param storage - `sessionStorage`, or `null` where the browser keeps nothing
 * @param prefix - the book's own; what lies under it goes at sign-out
 */
export function createOpenConversations(storage: KeptStorage | null, prefix: string): OpenConversations {
  const key = (readerId: string) => `${prefix}:conversation:${readerId}`;
  return {
    read: (readerId) => readKept(storage, key(readerId)),
    write: (readerId, conversationId) => writeKept(storage, key(readerId), conversationId),
  };
}
