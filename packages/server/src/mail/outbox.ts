import { normalizeEmail } from "../accounts/email.ts";
import type { Database } from "../database/database.ts";
import { type Page, readCursor, toPage, writeCursor } from "../paging.ts";
import { reportLetter } from "./desk.ts";
import { pageLetters } from "./desk-queries.ts";
import type { OutboxLetter, OutboxQuery } from "./outbox-schemas.ts";

const cursorPattern = /^([0-9]{1,14})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What became of letters, for administrators: never what is in them. */
export function createOutbox({ database }: { database: Database }) {
  return {
    /**
     * Newest first.
     *
     * @throws {ValidationError} a cursor of another list
     */
    async list({ status, query, cursor, limit }: OutboxQuery): Promise<Page<OutboxLetter>> {
      const [, at, id] = cursor === undefined ? [] : readCursor(cursor, cursorPattern);
      const rows = await pageLetters(database, {
        status,
        to: query ? normalizeEmail(query) : undefined,
        after: at !== undefined && id !== undefined ? { createdAt: new Date(Number(at)), id } : undefined,
        limit: limit + 1,
      });
      return toPage(rows, limit, reportLetter, (row) => writeCursor(`${row.createdAt.getTime()}.${row.id}`));
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
