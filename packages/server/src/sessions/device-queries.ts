import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/** A reader's live sessions, the newest sign-in first. */
export async function listSessions(
  db: Database,
  page: { userId: string; before: string | undefined; now: Date; limit: number },
) {
  let query = db
    .selectFrom("session")
    .select(["id", "createdAt", "expiresAt", "ipAddress", "userAgent"])
    .select(sql<Date>`greatest(refreshed_at, last_seen_at)`.as("lastSeenAt"))
    .where("userId", "=", page.userId)
    .where("expiresAt", ">", page.now);
  if (page.before !== undefined) query = query.where("id", "<", page.before);
  return query.orderBy("id", "desc").limit(page.limit).execute();
}

/** For the copy that a reader takes along: those that have run out and are not cleared away yet, too. */
export function listAllSessions(db: Database, userId: string) {
  return db
    .selectFrom("session")
    .select(["id", "createdAt", "expiresAt", "ipAddress", "userAgent"])
    .select(sql<Date>`greatest(refreshed_at, last_seen_at)`.as("lastSeenAt"))
    .where("userId", "=", userId)
    .orderBy("id", "desc")
    .execute();
}

export type SessionRow = Awaited<ReturnType<typeof listSessions>>[number];

/** The language that a reader is written to in. */
export async function findLanguage(db: Database | Transaction, userId: string): Promise<string> {
  const row = await db
    .selectFrom("preference")
    .select("language")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row?.language ?? "en";
}

/** @returns whether it was there, and this user's */
export async function deleteSessionOf(trx: Transaction, userId: string, sessionId: string): Promise<boolean> {
  const row = await trx
    .deleteFrom("session")
    .where("id", "=", sessionId)
    .where("userId", "=", userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns the sessions that existed besides the one that stays, each with its end, which some have reached already */
export function deleteOtherSessionsOf(trx: Transaction, userId: string, staying: string) {
  return trx
    .deleteFrom("session")
    .where("userId", "=", userId)
    .where("id", "<>", staying)
    .returning(["id", "expiresAt"])
    .execute();
}

/**
 * Removes what is more than `keep`, the longest unused first. Whatever somebody else has locked stays for the next time, so that
 * nobody waits here.
 *
 * @param session.sessionId - stays in any case, and counts
 * @returns the ids of the sessions that went
 */
export async function deleteSurplusSessions(
  trx: Transaction,
  { userId, sessionId }: { userId: string; sessionId: string },
  keep: number,
): Promise<string[]> {
  const rows = await trx
    .deleteFrom("session")
    .where("id", "in", (surplus) =>
      surplus
        .selectFrom("session")
        .select("id")
        .where("id", "in", (used) =>
          used
            .selectFrom("session")
            .select("id")
            .where("userId", "=", userId)
            .where("id", "<>", sessionId)
            .orderBy(sql`greatest(refreshed_at, last_seen_at)`, "desc")
            .orderBy("id", "desc")
            .offset(keep - 1),
        )
        .forUpdate()
        .skipLocked(),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
