import { type RawBuilder, sql } from "kysely";
import type { ReaderRow } from "../accounts/account.ts";
import { readerColumns } from "../accounts/queries.ts";
import type { Database, Transaction } from "../database/database.ts";
import { prepareStatement } from "../database/prepared.ts";
import type { RefreshClaim } from "./refresh-tokens.ts";
import type { SessionTable } from "./tables.ts";

/** Sessions with more than this many recoveries in a day are treated as stolen. */
export const maxRecoveriesPerDay = 3;

/** What every answer of a session rests on: the session, and who it belongs to. */
const grantColumns = [
  ...readerColumns,
  "user.epoch",
  "session.expiresAt",
  "session.authTime",
  "session.delivery",
  "session.claimableGuestId",
] as const;

/** What else decides whether it may go on. */
const standingColumns = [
  "session.id as sessionId",
  "session.refreshCounter",
  "session.refreshedAt",
  "session.successorUsed",
  "session.absoluteExpiresAt",
  "session.userAgent",
  "session.dpopThumbprint",
  "user.banned",
  "user.banExpires",
] as const;

export interface GrantRow extends ReaderRow {
  readonly epoch: number;
  readonly expiresAt: Date;
  readonly authTime: Date;
  readonly delivery: SessionTable["delivery"];
  readonly claimableGuestId: string | null;
}

/** A session at a turn of its counter, with the reader it belongs to: enough to make its tokens. */
export interface GrantedSession extends GrantRow {
  readonly sessionId: string;
  readonly refreshCounter: number;
  readonly dpopThumbprint: string | null;
}

/** The same as it stands in the database. */
export interface SessionWithReader extends GrantedSession {
  readonly refreshedAt: Date;
  readonly successorUsed: boolean;
  readonly absoluteExpiresAt: Date | null;
  readonly userAgent: string | null;
  readonly banned: boolean;
  readonly banExpires: Date | null;
}

/** The ends and the moment of a turn; the same for all that are made at once. */
export interface TurnTimes {
  readonly mintedBefore: Date;
  readonly now: Date;
  readonly idleUntil: Date;
  readonly guestIdleUntil: Date;
}

export interface RefreshTurn extends TurnTimes {
  readonly sessionId: string;
  readonly counter: number;
}

type Value<Values> = <K extends string & keyof Values>(key: K) => RawBuilder<Values[K]>;

/** The session moves to its next turn, if its reader may go on. */
const moveOn = (db: Pick<Database, "updateTable">, value: Value<TurnTimes>) =>
  db
    .updateTable("session")
    .from("user")
    .leftJoin("preference", "preference.userId", "user.id")
    .set((eb) => ({
      refreshCounter: eb("session.refreshCounter", "+", 1),
      refreshedAt: value("now"),
      successorUsed: false,
      expiresAt: sql<Date>`least(
          case when ${eb.ref("user.isAnonymous")} then ${value("guestIdleUntil")}::timestamptz else ${value("idleUntil")}::timestamptz end,
          ${eb.ref("session.absoluteExpiresAt")})`,
      updatedAt: value("now"),
    }))
    .where("session.refreshedAt", "<=", value("mintedBefore"))
    .where("session.expiresAt", ">", value("now"))
    .whereRef("user.id", "=", "session.userId")
    .where((eb) => eb.or([eb("user.banned", "=", false), eb("user.banExpires", "<=", value("now"))]))
    .returning(grantColumns);

const updateRefreshCounter = prepareStatement<RefreshTurn, GrantRow>("advance-refresh-counter", (db, value) =>
  moveOn(db, value)
    .where("session.id", "=", value("sessionId"))
    .where("session.refreshCounter", "=", value("counter")),
);

/**
 * The winner's path of a refresh: one conditional update decides the race on any number of nodes and
 * brings what the answer needs and the caller does not know. No row means that something else is the case.
 */
export async function advanceRefreshCounter(db: Database, turn: RefreshTurn): Promise<GrantRow | undefined> {
  const [session] = await updateRefreshCounter(db, turn);
  return session;
}

interface RefreshTurns extends TurnTimes {
  readonly sessionIds: readonly string[];
  readonly counters: readonly number[];
}

const updateRefreshCounters = prepareStatement<
  RefreshTurns,
  GrantRow & Pick<GrantedSession, "sessionId" | "refreshCounter">
>("advance-refresh-counters", (db, value) =>
  moveOn(
    db.with("turn", (cte) =>
      cte
        .selectFrom("session")
        .innerJoin(
          sql<RefreshClaim>`unnest(${value("sessionIds")}::uuid[], ${value("counters")}::integer[])`.as<"asked">(
            sql`asked(session_id, counter)`,
          ),
          (join) =>
            join
              .onRef("asked.sessionId", "=", "session.id")
              .onRef("asked.counter", "=", "session.refreshCounter"),
        )
        .select("session.id")
        .forNoKeyUpdate("session")
        .skipLocked(),
    ),
    value,
  )
    .where("session.id", "in", sql<string>`(select id from turn)`)
    .returning(["session.id as sessionId", "session.refreshCounter"]),
);

/**
 * The same for many sessions, in one statement and one commit. One that somebody else has locked is left out, so that
 * nobody waits for another reader's session, and two nodes never for each other.
 */
export function advanceRefreshCounters(db: Database, turns: RefreshTurns) {
  return updateRefreshCounters(db, turns);
}

const selectSessionWithReader = prepareStatement<{ sessionId: string }, SessionWithReader>(
  "session-with-reader",
  (db, value) =>
    db
      .selectFrom("session")
      .innerJoin("user", "user.id", "session.userId")
      .leftJoin("preference", "preference.userId", "user.id")
      .select([...standingColumns, ...grantColumns])
      .where("session.id", "=", value("sessionId")),
);

/** The session with its reader, as it stands; `undefined` when it does not exist. */
export async function findSessionWithReader(
  db: Database | Transaction,
  sessionId: string,
): Promise<SessionWithReader | undefined> {
  const [session] = await selectSessionWithReader(db, { sessionId });
  return session;
}

/**
 * Counts one recovery and restarts the grace, if nobody did so since `refreshedAt` was read.
 *
 * @returns whether this caller was the one
 */
export async function recoverSuccessor(
  trx: Transaction,
  at: { sessionId: string; counter: number; refreshedAt: Date; expiresAt: Date; now: Date; dayAgo: Date },
): Promise<boolean> {
  const { sessionId, counter, refreshedAt, expiresAt, now, dayAgo } = at;
  const sameDay = sql<boolean>`recoveries_since > ${dayAgo}`;
  const row = await trx
    .updateTable("session")
    .set({
      refreshedAt: now,
      expiresAt,
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
  trx: Transaction,
  to: { sessionId: string; from: number; counter: number; expiresAt: Date; now: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable("session")
    .set({
      refreshCounter: to.counter,
      refreshedAt: to.now,
      expiresAt: to.expiresAt,
      successorUsed: false,
      updatedAt: to.now,
    })
    .where("id", "=", to.sessionId)
    .where("refreshCounter", "=", to.from)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** One statement for all that were seen; a row that has nothing new to learn is not written. */
export async function recordSightings(
  db: Database,
  sightings: readonly { sessionId: string; counter: number; at: Date }[],
  { everyMs }: { everyMs: number },
): Promise<void> {
  // Always in one order, so that the batches of two nodes do not wait for each other in a circle.
  const ordered = sightings.toSorted((a, b) => (a.sessionId < b.sessionId ? -1 : 1));
  await sql`
    update session set
      successor_used = session.successor_used or session.refresh_counter = seen.counter,
      last_seen_at = greatest(session.last_seen_at, seen.at)
    from unnest(
      ${ordered.map(({ sessionId }) => sessionId)}::uuid[],
      ${ordered.map(({ counter }) => counter)}::integer[],
      ${ordered.map(({ at }) => at)}::timestamptz[]
    ) as seen (session_id, counter, at)
    where session.id = seen.session_id and (
      (session.refresh_counter = seen.counter and not session.successor_used)
      or greatest(session.refreshed_at, session.last_seen_at) <= seen.at - make_interval(secs => ${everyMs / 1000}))
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

/** @returns the sessions that existed, each with its last turn */
export function deleteSessionsOfUsers(trx: Transaction, userIds: readonly string[]) {
  return trx.deleteFrom("session").where("userId", "in", userIds).returning(["id", "refreshedAt"]).execute();
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

/** Removes some of the sessions that have ended. @returns how many; fewer than `limit` means all of them */
export async function deleteExpired(db: Database, now: Date, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom("session")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("session")
        .select("id")
        .where("expiresOn", "<=", sql<Date>`(${now}::timestamptz at time zone 'UTC')::date`)
        .where("expiresAt", "<=", now)
        .limit(limit),
    )
    .returning("id")
    .execute();
  return rows.length;
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
