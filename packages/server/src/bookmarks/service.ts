// Places of the book that a reader, guest or account, wants to find again.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { writeAsOwner } from "../guests/write-as-owner.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { uuidv7 } from "../uuid.ts";
import { BookmarkNotFoundError, TooManyBookmarksError } from "./errors.ts";
import * as queries from "./queries.ts";
import type { Bookmark, NewBookmark } from "./schemas.ts";

/** More than anybody reads, and less than a script would fill a table with. A merge may bring more. */
const maxBookmarks = 1_000;

export function createBookmarks({ database, clock }: { database: Database; clock: Clock }) {
  return {
    /** The reader's own, newest first. */
    async list(readerId: string, { limit, cursor }: PageRequest): Promise<Page<Bookmark>> {
      const before = cursor === undefined ? undefined : readIdCursor(cursor);
      const rows = await queries.findBookmarks(database, readerId, { before, limit: limit + 1 });
      return toPage(rows, limit, toBookmark, ({ id }) => writeCursor(id));
    },

    /**
     * Keeps a place. One that is kept already stays the same bookmark, with the new note if there is one.
     *
     * @throws {TooManyBookmarksError}
     */
    add(readerId: string, { page, anchor, note }: NewBookmark): Promise<Bookmark> {
      return writeAsOwner(database, readerId, async (trx, ownerId) => {
        await queries.lockBookmarks(trx, ownerId);
        const place = { ownerId, page, anchor: anchor ?? null };
        const kept = await queries.updateNote(trx, place, note);
        if (kept) return toBookmark(kept);
        if ((await queries.countBookmarks(trx, ownerId)) >= maxBookmarks) {
          throw new TooManyBookmarksError(maxBookmarks);
        }
        const row = { ...place, id: uuidv7(), note: note ?? null, createdAt: clock.now() };
        return toBookmark(await queries.insertBookmark(trx, row));
      });
    },

    /** @throws {BookmarkNotFoundError} */
    async remove(readerId: string, id: string): Promise<void> {
      const existed = await writeAsOwner(database, readerId, (trx, ownerId) =>
        queries.deleteBookmark(trx, ownerId, id),
      );
      if (!existed) throw new BookmarkNotFoundError();
    },
  };
}

export type Bookmarks = ReturnType<typeof createBookmarks>;

/** As its owner sees it, field by field. */
export function toBookmark({ id, page, anchor, note, createdAt }: queries.BookmarkRow): Bookmark {
  return { id, page, anchor, note, createdAt: createdAt.toISOString() };
}
