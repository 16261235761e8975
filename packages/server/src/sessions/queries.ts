import { sql } from "kysely";
import { readerColumns } from "../accounts/queries.ts";
import type { Database, Transaction } from "../database/database.ts";

/** Sessions with more than this many recoveries in a day are treated as stolen. */
export const maxRecoveriesPerDay = 3;

/** Read together with the session: who it belongs to, and whether they may go on. */
const userColumns = [...readerColumns, "user.epoch", "user.banned", "user.banExpires"] as const;

const sessionColumns = [
  "session.id as sessionId",
  "session.refreshCounter",
  "session.refreshedAt",
  "session.successorUsed",
  "session.expiresAt",
  "session.absoluteExpiresAt",
  "session.authTime",
  "session.delivery",
  "session.claimableGuestId",
  "session.userAgent",
] as const;

/**
 * The winner's path of a refresh: one conditional update decides the race on any number of nodes and
 * brings everything that the answer needs. No row means that something else is the case.
 */
export function advanceRefreshCounter(
  db: Database,
  turn: {
    sessionId: string;
    counter: number;
    mintedBefore: Date;
    now: Date;
    idleUntil: Date;
    guestIdleUntil: Date;
  },
) {
  const { sessionId, counter, mintedBefore, now, idleUntil, guestIdleUntil } = turn;
  return db
    .updateTable("session")
    .from("user")
    .leftJoin("preference", "preference.userId", "user.id")
    .set((eb) => ({
      refreshCounter: counter + 1,
      refreshedAt: now,
      successorUsed: false,
      expiresAt: sql<Date>`least(
        case when ${eb.ref("user.isAnonymous")} then ${guestIdleUntil}::timestamptz else ${idleUntil}::timestamptz end,
        ${eb.ref("session.absoluteExpiresAt")})`,
      updatedAt: now,
    }))
    .where("session.id", "=", sessionId)
    .where("session.refreshCounter", "=", counter)
    .where("session.refreshedAt", "<=", mintedBefore)
    .where("session.expiresAt", ">", now)
    .whereRef("user.id", "=", "session.userId")
    .where((eb) => eb.or([eb("user.banned", "=", false), eb("user.banExpires", "<=", now)]))
    .returning([...sessionColumns, ...userColumns])
    .executeTakeFirst();
}

/** The session with its reader, as it stands; `undefined` when it does not exist. */
export function findSessionWithReader(db: Database | Transaction, sessionId: string) {
  return db
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .leftJoin("preference", "preference.userId", "user.id")
    .select([...sessionColumns, ...userColumns])
    .where("session.id", "=", sessionId)
    .executeTakeFirst();
}

export type SessionWithReader = NonNullable<Awaited<ReturnType<typeof findSessionWithReader>>>;

/**
 * Counts one recovery and restarts the grace, if nobody did so since `refreshedAt` was read.
 *
 * @returns whether this caller was the one
 */
export async function recoverSuccessor(
  db: Database,
  at: { sessionId: string; counter: number; refreshedAt: Date; now: Date; dayAgo: Date },
): Promise<boolean> {
  const { sessionId, counter, refreshedAt, now, dayAgo } = at;
  const sameDay = sql<boolean>`recoveries_since > ${dayAgo}`;
  const row = await db
    .updateTable("session")
    .set({
      refreshedAt: now,
      recoveries: sql<number>`case when ${sameDay} then recoveries + 1 else 1 end`,
      recoveriesSince: sql<Date>`case when ${sameDay} then recoveries_since else ${now}::timestamptz end`,
      updatedAt: now,
    })
    .where("id", "=", sessionId)
    .where("refreshCounter", "=", counter)
    // Compared at the precision that JavaScript read it with.
    .where(sql<boolean>`date_trunc('milliseconds', refreshed_at) = ${refreshedAt}::timestamptz`)
    .where("successorUsed", "=", false)
    .where(sql<boolean>`(recoveries_since is null or not ${sameDay} or recoveries < ${maxRecoveriesPerDay})`)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** A replica that lost writes took over: the token is ahead of the row, so the row follows it. */
export async function fastForward(
  db: Database,
  to: { sessionId: string; from: number; counter: number; now: Date },
): Promise<boolean> {
  const row = await db
    .updateTable("session")
    .set({ refreshCounter: to.counter, refreshedAt: to.now, successorUsed: false, updatedAt: to.now })
    .where("id", "=", to.sessionId)
    .where("refreshCounter", "=", to.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function markSuccessorsUsed(
  db: Database,
  sightings: readonly { sessionId: string; counter: number }[],
): Promise<void> {
  await sql`
    update session set successor_used = true
    from unnest(${sightings.map(({ sessionId }) => sessionId)}::uuid[], ${sightings.map(({ counter }) => counter)}::integer[])
      as seen (session_id, counter)
    where session.id = seen.session_id and session.refresh_counter = seen.counter and not session.successor_used
  `.execute(db);
}

export function listUsersOfSessions(db: Database | Transaction, sessionIds: readonly string[]) {
  return db
    .selectFrom("session")
    .select(["id as sessionId", "userId"])
    .where("id", "in", sessionIds)
    .execute();
}

/** @returns the ids of the sessions that existed, so that each is revoked exactly once */
export async function deleteSessions(trx: Transaction, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await trx.deleteFrom("session").where("id", "in", sessionIds).returning("id").execute();
  return rows.map(({ id }) => id);
}

export async function deleteSessionsOfUser(trx: Transaction, userId: string): Promise<string[]> {
  const rows = await trx.deleteFrom("session").where("userId", "=", userId).returning("id").execute();
  return rows.map(({ id }) => id);
}

/**
 * Holds the user's row against a change of epoch until the transaction ends.
 *
 * @returns whether the epoch is still the one that the credential was checked under
 */
export async function lockUserAtEpoch(trx: Transaction, userId: string, epoch: number): Promise<boolean> {
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", userId)
    .where("epoch", "=", epoch)
    .where("mergedInto", "is", null)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("session").where("expiresAt", "<=", now).execute();
}

/** @returns the new epoch, from which on tokens count */
export async function raiseEpoch(trx: Transaction, userId: string, at: Date): Promise<number> {
  const { epoch } = await trx
    .updateTable("user")
    .set((eb) => ({ epoch: eb("epoch", "+", 1), updatedAt: at }))
    .where("id", "=", userId)
    .returning("epoch")
    .executeTakeFirstOrThrow();
  return epoch;
}
