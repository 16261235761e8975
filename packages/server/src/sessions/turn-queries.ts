import { type RawBuilder, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { prepareStatement } from "../database/prepared.ts";
import { type GrantedSession, type GrantRow, grantColumns } from "./queries.ts";
import type { RefreshClaim } from "./refresh-tokens.ts";

/** Sessions with more than this many recoveries in a day are treated as stolen. */
export const maxRecoveriesPerDay = 3;

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
          // In subqueries, because Postgres counts the items of bare lists, and would plan short ones anew each time: that
          // costs more than all else that the statement does.
          sql<RefreshClaim>`unnest((select ${value("sessionIds")}::uuid[]), (select ${value("counters")}::integer[]))`.as<"asked">(
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

interface TurnAnew {
  readonly sessionId: string;
  readonly counter: number;
  /** As it was read; whoever changes it later has begun the turn anew already. */
  readonly refreshedAt: Date;
  readonly expiresAt: Date;
  readonly now: Date;
}

/** The session stays at its turn, which begins now. */
export async function beginTurnAnew(db: Database, at: TurnAnew): Promise<boolean> {
  const { sessionId, counter, refreshedAt, expiresAt, now } = at;
  const row = await db
    .updateTable("session")
    .set({ refreshedAt: now, expiresAt, updatedAt: now })
    .where("id", "=", sessionId)
    .where("refreshCounter", "=", counter)
    .where(isStillOf(refreshedAt))
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Compared at the precision that JavaScript read it with. */
const isStillOf = (refreshedAt: Date) =>
  sql<boolean>`date_trunc('milliseconds', refreshed_at) = ${refreshedAt}::timestamptz`;

/**
 * Counts one recovery and restarts the grace, if nobody did so since `refreshedAt` was read.
 *
 * @returns whether this caller was the one
 */
export async function recoverSuccessor(
  trx: Transaction,
  at: TurnAnew & { readonly dayAgo: Date },
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
    .where(isStillOf(refreshedAt))
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
