import { type Draft, EMPTY_DRAFT } from "./chat-state.ts";

/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Drafts of one book in one tab, apart by reader: what one typed is never shown to the next. */
export interface Drafts {
  read(readerId: string): Draft;
  write(readerId: string, draft: Draft): void;
}

/**
 * @param storage - `sessionStorage`, or `null` where the browser keeps nothing
 * @param prefix - the book's own prefix: two books on one origin share the storage
 */
export function createDrafts(storage: DraftStorage | null, prefix: string): Drafts {
  const key = (readerId: string) => `${prefix}:draft:${readerId}`;
  return {
    read(readerId) {
      try {
        return parseDraft(JSON.parse(storage?.getItem(key(readerId)) ?? "null"));
      } catch {
        // A storage that is full, forbidden or edited by hand costs the draft after a reload and nothing else.
        return EMPTY_DRAFT;
      }
    },
    write(readerId, draft) {
      try {
        if (draft.text === "" && draft.quote === null) storage?.removeItem(key(readerId));
        else storage?.setItem(key(readerId), JSON.stringify(draft));
      } catch {
        // As above: the draft on the screen is not touched.
      }
    },
  };
}

function parseDraft(value: unknown): Draft {
  if (typeof value !== "object" || value === null) return EMPTY_DRAFT;
  const { text, quote } = value as { text?: unknown; quote?: { text?: unknown; page?: unknown } | null };
  return {
    text: typeof text === "string" ? text : "",
    quote:
      typeof quote?.text === "string" && typeof quote.page === "string"
        ? { text: quote.text, page: quote.page }
        : null,
  };
}
