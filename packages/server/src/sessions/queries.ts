import { sql } from "kysely";
import type { ReaderRow } from "../accounts/account.ts";
import { readerColumns } from "../accounts/queries.ts";
import type { Database, Transaction } from "../database/database.ts";
import { prepareStatement } from "../database/prepared.ts";
import type { SessionTable } from "./tables.ts";

/** What every answer of a session rests on: the session, and who it belongs to. */
export const grantColumns = [
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

/** Of those that have not ended yet. */
export function listUsersOfSessions(db: Database | Transaction, sessionIds: readonly string[], now: Date) {
  return db
    .selectFrom("session")
    .select(["id as sessionId", "userId"])
    .where("id", "in", sessionIds)
    .where("expiresAt", ">", now)
    .execute();
}

/** @returns the ids of the sessions that existed, so that each is revoked exactly once */
export async function deleteSessions(trx: Transaction, sessionIds: readonly string[]): Promise<string[]> {
  if (sessionIds.length === 0) return [];
  const rows = await trx.deleteFrom("session").where("id", "in", sessionIds).returning("id").execute();
  return rows.map(({ id }) => id);
}

/** @returns the sessions that existed, each with its end, which some have reached already */
export function deleteSessionsOfUser(trx: Transaction, userId: string) {
  return trx.deleteFrom("session").where("userId", "=", userId).returning(["id", "expiresAt"]).execute();
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

/** Removes some of the sessions that had ended by then. @returns how many; fewer than `limit` means all of them */
export async function deleteExpired(db: Database, endedBy: Date, limit: number): Promise<number> {
  const rows = await db
    .deleteFrom("session")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("session")
        .select("id")
        .where("expiresOn", "<=", sql<Date>`(${endedBy}::timestamptz at time zone 'UTC')::date`)
        .where("expiresAt", "<=", endedBy)
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
