import type { Database } from "../database/database.ts";
import { type Page, type PageRequest, toPage } from "../paging.ts";
import { printableUserAgent } from "../sessions/printable-user-agent.ts";
import type { ActivityItem } from "./activity-schemas.ts";
import { readEventCursor, writeEventCursor } from "./event-cursors.ts";
import * as queries from "./queries.ts";

/** What happened around an account's safety, for its owner's eyes. */
export function createActivity({ database }: { database: Database }) {
  return {
    /** Newest first. */
    async list(userId: string, { limit, cursor }: PageRequest): Promise<Page<ActivityItem>> {
      const after = readEventCursor(cursor);
      const rows = await queries.listEventsOf(database, userId, { after, limit: limit + 1 });
      return toPage(rows, limit, showOwnEvent, writeEventCursor);
    },
  };
}

export type Activity = ReturnType<typeof createActivity>;

/** An event as whom it concerns sees it. Of others who acted it says what they are, never who or from where. */
export function showOwnEvent(row: queries.OwnEventRow): ActivityItem {
  const actor = row.actorKind === "account" ? "staff" : row.actorKind;
  const byOther = actor === "staff";
  return {
    id: row.id,
    at: row.createdAt.toISOString(),
    kind: row.kind,
    actor,
    ip: byOther ? null : row.ipAddress,
    userAgent: byOther ? null : printableUserAgent(row.userAgent),
    reason: row.reason,
    before: row.before,
    after: row.after,
    detail: row.detail,
  };
}
