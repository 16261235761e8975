import type { SearchResult } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface BookCalls {
  /** Finds passages of the book, best first. Needs no session. */
  readonly search: (words: string, options?: { limit?: number }) => Promise<SearchResult[]>;
}

export function createBookCalls({ anonymous }: Api): BookCalls {
  return {
    search: async (q, options = {}) =>
      accepted(await anonymous.GET("/book/search", { params: { query: { q, ...options } } })).items,
  };
}
