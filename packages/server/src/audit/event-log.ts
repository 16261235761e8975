// Everybody's events, for whoever administers the book.
import type { Database } from "../database/database.ts";
import { type Page, toPage } from "../paging.ts";
import { printableUserAgent } from "../sessions/printable-user-agent.ts";
import type { AuditEvent, AuditQuery } from "./admin-schemas.ts";
import { readEventCursor, writeEventCursor } from "./event-cursors.ts";
import * as queries from "./queries.ts";

export function createEventLog({ database }: { database: Database }) {
  return {
    /** Newest first. */
    async list({ limit, cursor, ...filter }: AuditQuery): Promise<Page<AuditEvent>> {
      const after = readEventCursor(cursor);
      const rows = await queries.listEvents(database, filter, { after, limit: limit + 1 });
      return toPage(rows, limit, showEvent, writeEventCursor);
    },
  };
}

export type EventLog = ReturnType<typeof createEventLog>;

function showEvent(row: queries.EventRow): AuditEvent {
  const { id, kind, userId, subjectName, actorKind, actorId, actorName, sessionId, detail } = row;
  const self = actorKind === "self";
  return {
    id,
    at: row.createdAt.toISOString(),
    kind,
    actor: {
      kind: self ? "account" : actorKind,
      id: self ? userId : actorId,
      name: self ? subjectName : actorName,
    },
    subject: userId === null ? null : { id: userId, name: subjectName },
    sessionId,
    ip: row.ipAddress,
    userAgent: printableUserAgent(row.userAgent),
    reason: row.reason,
    before: row.before,
    after: row.after,
    detail,
    erased: row.erasedWith !== null,
    chained: row.position !== null,
  };
}
