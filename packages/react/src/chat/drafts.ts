import { type Draft, EMPTY_DRAFT } from "./chat-state.ts";

/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Stands in for the id of somebody without an identity. */
export const NOBODY = "nobody";

/** Drafts of one book, apart by reader: what one typed is never shown to the next. */
export interface Drafts {
  read(readerId: string): Draft;
  write(readerId: string, draft: Draft): void;
}

export interface DraftStorages {
  /** `sessionStorage`: two tabs may hold two questions. */
  readonly tab: DraftStorage | null;
  /** `localStorage`: the tab that a letter opens begins with what was typed in the one that it was asked for in. */
  readonly device: DraftStorage | null;
}

/**
 * What nobody in particular typed stays in its tab: on a device that people share the next one is somebody else.
 *
 * @param storages - `null` where the browser keeps nothing
 * @param prefix - the book's own prefix: two books on one origin share the storage; what lies under it goes at sign-out
 */
export function createDrafts({ tab, device }: DraftStorages, prefix: string): Drafts {
  const key = (readerId: string) => `${prefix}:draft:${readerId}`;
  const placesOf = (readerId: string) => (readerId === NOBODY ? [tab] : [tab, device]);
  return {
    read(readerId) {
      try {
        const kept = placesOf(readerId).map((storage) => storage?.getItem(key(readerId)) ?? null);
        return parseDraft(JSON.parse(kept.find((text) => text !== null) ?? "null"));
      } catch {
        // A storage that is full, forbidden or edited by hand costs the draft after a reload and nothing else.
        return EMPTY_DRAFT;
      }
    },
    write(readerId, draft) {
      try {
        for (const storage of placesOf(readerId)) {
          if (draft.text === "" && draft.quote === null) storage?.removeItem(key(readerId));
          else storage?.setItem(key(readerId), JSON.stringify(draft));
        }
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
