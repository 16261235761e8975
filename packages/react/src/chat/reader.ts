import type { Draft } from "./chat-state.ts";

/** Who reads: `id` is `null` for somebody without an identity, who has no chats and asks the server nothing. */
export interface Reader {
  readonly kind: "guest" | "user";
  readonly id: string | null;
}

/** What a change of reader does to the panel. */
export interface ReaderChange {
  /** `keep` leaves the thread alone, `refresh` reads the list again, `empty` forgets all that was private. */
  readonly chats: "keep" | "refresh" | "empty";
  /** `keep` what is typed, `swap` it for the next reader's own, `forget` it here and in the storage. */
  readonly draft: "keep" | "swap" | "forget";
}

/**
 * Decides what survives when the identity behind the panel changes.
 *
 * @param previous - `null` while it was not known yet
 * @param sessionEnded - whether a session ended under the reader's hands, rather than by signing out
 * @param draftOwner - the account whose session ended with this draft on the screen
 */
export function readerChange(
  previous: Reader | null,
  next: Reader,
  { sessionEnded = false, draftOwner = null }: { sessionEnded?: boolean; draftOwner?: string | null } = {},
): ReaderChange {
  if (draftOwner !== null && next.kind === "user") {
    return { chats: "empty", draft: next.id === draftOwner ? "keep" : "swap" };
  }
  if (previous === null) return { chats: "refresh", draft: "keep" };
  if (previous.id === next.id)
    return { chats: previous.kind === next.kind ? "keep" : "refresh", draft: "keep" };
  // The first question makes the guest: it is this panel's own doing, in the middle of an ask.
  if (previous.id === null && next.kind === "guest") return { chats: "keep", draft: "keep" };
  if (previous.kind === "guest") return { chats: "empty", draft: "keep" };
  if (next.kind === "user") return { chats: "empty", draft: "swap" };
  return { chats: "empty", draft: sessionEnded ? "keep" : "forget" };
}

/** Something typed wins over something remembered. */
export const chosenDraft = (typed: Draft, remembered: Draft): Draft =>
  typed.text === "" && typed.quote === null ? remembered : typed;

export const isEmptyDraft = (draft: Draft): boolean => draft.text === "" && draft.quote === null;
