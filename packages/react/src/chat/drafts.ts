import { type Draft, EMPTY_DRAFT } from "./chat-state.ts";
import { type KeptStorage, readKept, writeKept } from "./kept.ts";
import { isEmptyDraft } from "./reader.ts";

/** Stands in for the id of somebody without an identity. */
export const NOBODY = "nobody";

/** Drafts of one book, apart by reader: what one typed is never shown to the next. */
export interface Drafts {
  read(readerId: string): Draft;
  write(readerId: string, draft: Draft): void;
}

export interface DraftStorages {
  /** `sessionStorage`: two tabs may hold two questions. */
  readonly tab: KeptStorage | null;
  /** `localStorage`: the tab that a letter opens begins with what was typed in the one that it was asked for in. */
  readonly device: KeptStorage | null;
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
      const kept = placesOf(readerId).map((storage) => readKept(storage, key(readerId)));
      try {
        return parseDraft(JSON.parse(kept.find((text) => text !== null) ?? "null"));
      } catch {
        // Somebody has edited it by hand.
        return EMPTY_DRAFT;
      }
    },
    write(readerId, draft) {
      const kept = isEmptyDraft(draft) ? null : JSON.stringify(draft);
      for (const storage of placesOf(readerId)) writeKept(storage, key(readerId), kept);
    },
  };
}

function parseDraft(value: unknown): Draft {
  if (typeof value !== "object" || value === null) return EMPTY_DRAFT;
  const { text, quote, id } = value as {
    text?: unknown;
    quote?: { text?: unknown; page?: unknown } | null;
    id?: unknown;
  };
  return {
    text: typeof text === "string" ? text : "",
    quote:
      typeof quote?.text === "string" && typeof quote.page === "string"
        ? { text: quote.text, page: quote.page }
        : null,
    ...(typeof id === "string" && { id }),
  };
}
