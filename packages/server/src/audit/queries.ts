import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { SecurityEventKind } from "./audit.ts";
import type { EventPlace } from "./event-cursors.ts";
import type { SecurityEventTable } from "./tables.ts";

export async function insertEvent(
  db: Database | Transaction,
  event: Insertable<SecurityEventTable>,
): Promise<void> {
  await db.insertInto("securityEvent").values(event).execute();
}

export interface EventPage {
  readonly after?: EventPlace | undefined;
  /** All of them, when there is none. */
  readonly limit?: number;
}

/** What concerns a user, newest first. */
export function listEventsOf(db: Database, userId: string, page: EventPage = {}) {
  return newestFirst(db, page)
    .select([
      "id",
      "kind",
      "actorKind",
      "ipAddress",
      "userAgent",
      "reason",
      "before",
      "after",
      "detail",
      "createdAt",
    ])
    .where("userId", "=", userId)
    .execute();
}

export type OwnEventRow = Awaited<ReturnType<typeof listEventsOf>>[number];

export interface EventFilter {
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly kind?: SecurityEventKind | undefined;
  /** Belongs to what is asked for; `to` does not. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** Everybody's, newest first, with the names of those whose accounts still exist. */
export function listEvents(db: Database, { actor, subject, kind, from, to }: EventFilter, page: EventPage) {
  let query = newestFirst(db, page)
    .selectAll("securityEvent")
    .select((eb) => [
      eb.selectFrom("user").select("name").whereRef("user.id", "=", "securityEvent.userId").as("subjectName"),
      eb.selectFrom("user").select("name").whereRef("user.id", "=", "securityEvent.actorId").as("actorName"),
    ]);
  if (actor !== undefined)
    query = query.where((eb) =>
      eb.or([eb("actorId", "=", actor), eb.and([eb("userId", "=", actor), eb("actorKind", "=", "self")])]),
    );
  if (subject !== undefined) query = query.where("userId", "=", subject);
  if (kind !== undefined) query = query.where("kind", "=", kind);
  if (from !== undefined) query = query.where("createdAt", ">=", from);
  if (to !== undefined) query = query.where("createdAt", "<", to);
  return query.execute();
}

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];

function newestFirst(db: Database, { after, limit }: EventPage) {
  let query = db.selectFrom("securityEvent").orderBy("createdAt", "desc").orderBy("securityEvent.id", "desc");
  if (after !== undefined)
    query = query.where(
      sql<boolean>`(security_event.created_at, security_event.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
    );
  return limit === undefined ? query : query.limit(limit);
}
