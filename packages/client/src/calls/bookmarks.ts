import type { Bookmark, NewBookmark, Page } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";
import type { ListQuery } from "./chats.ts";

export interface BookmarkCalls {
  /** The reader's bookmarks, newest first. */
  readonly list: (query?: ListQuery) => Promise<Page<Bookmark>>;
  /** Keeps a place of the book; somebody without an identity becomes a guest by it. */
  readonly add: (bookmark: NewBookmark) => Promise<Bookmark>;
  readonly remove: (id: string) => Promise<void>;
}

export function createBookmarkCalls(
  { signed }: Api,
  asSomebody: <Result>(call: () => Promise<Result>) => Promise<Result>,
): BookmarkCalls {
  return {
    list: async (query = {}) => accepted(await signed.GET("/me/bookmarks", { params: { query } })),
    add: (body) => asSomebody(async () => accepted(await signed.POST("/me/bookmarks", { body }))),
    async remove(id) {
      await signed.DELETE("/me/bookmarks/{id}", { params: { path: { id } } });
    },
  };
}
