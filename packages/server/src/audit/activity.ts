import type { Database } from "../database/database.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { printableUserAgent } from "../sessions/printable-user-agent.ts";
import type { ActivityItem } from "./activity-schemas.ts";
import * as queries from "./queries.ts";

/** What happened around an account's safety, for its owner's eyes. */
export function createActivity({ database }: { database: Database }) {
  return {
    /** Newest first. */
    async list(userId: string, { limit, cursor }: PageRequest): Promise<Page<ActivityItem>> {
      const before = cursor === undefined ? undefined : readIdCursor(cursor);
      const rows = await queries.listEvents(database, { userId, before, limit: limit + 1 });
      return toPage(rows, limit, showEvent, ({ id }) => writeCursor(id));
    },
  };
}

export type Activity = ReturnType<typeof createActivity>;

/** An event as its owner sees it. */
export function showEvent(row: queries.SecurityEventRow): ActivityItem {
  return {
    id: row.id,
    at: row.createdAt.toISOString(),
    kind: row.kind,
    ip: row.ipAddress,
    userAgent: printableUserAgent(row.userAgent),
    detail: row.detail,
  };
}
