import { type Expression, type SqlBool, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { OwnedTable } from "./claimable.ts";

export interface PurgeTimes {
  readonly now: Date;
  /** Guests that are older and have no living session: nobody can come back to them. */
  readonly silentSince: Date;
  /** Guests that are older and own nothing, and tombstones that no late write follows any more. */
  readonly idleSince: Date;
}

/** Before every id. */
export const firstGuestId = "00000000-0000-0000-0000-000000000000";

/** The next guests by id, each with whether it may go; as many at the most as are looked at together. */
export async function findGuests(
  db: Database,
  page: { after: string; limit: number },
  times: PurgeTimes,
  owned: readonly OwnedTable[],
): Promise<{ id: string; mayGo: boolean }[]> {
  return db
    .selectFrom(
      db
        .selectFrom("user")
        .selectAll()
        .where("isAnonymous", "=", true)
        .where("id", ">", page.after)
        .orderBy("id")
        .limit(page.limit)
        .as("user"),
    )
    .select(["user.id", mayGo(times, owned).as("mayGo")])
    .orderBy("user.id")
    .execute();
}

/**
 * Whatever this transaction would have to wait for longer, a reader is doing, who may be waiting for it in turn: then
 * the batch gives up, before Postgres looks for the circle (a second) and picks one of the two.
 */
export async function giveWay(trx: Transaction): Promise<void> {
  await sql`set local lock_timeout = '200ms'`.execute(trx);
}

/** The batch has given way. */
export function hasGivenWay(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}

/**
 * Locks those of the guests that nobody is writing for at this moment; the others have a next time.
 *
 * @returns their ids
 */
export async function lockIdleGuests(trx: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "in", ids)
    .where("isAnonymous", "=", true)
    .orderBy("id")
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}

/** Of the locked guests those that may go still. A statement of its own: it sees what was written before the lock. */
export async function findPurgeable(
  trx: Transaction,
  lockedIds: readonly string[],
  times: PurgeTimes,
  owned: readonly OwnedTable[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom("user")
    .select("user.id")
    .where("user.id", "in", lockedIds)
    .where(mayGo(times, owned))
    .execute();
  return rows.map(({ id }) => id);
}

/** With all that is theirs, by the foreign keys. */
export async function deleteGuests(trx: Transaction, lockedIds: readonly string[]): Promise<void> {
  await trx.deleteFrom("user").where("id", "in", lockedIds).execute();
}

/** Never a guest that a registration, a session, or a sign-in under way still counts on. */
function mayGo({ now, silentSince, idleSince }: PurgeTimes, owned: readonly OwnedTable[]) {
  const isOver = sql<boolean>`case
    when "user".merged_into is not null then "user".updated_at <= ${idleSince}
    when "user".created_at > ${idleSince} then false
    else ("user".created_at <= ${silentSince} and not exists (
        select from session where user_id = "user".id and expires_at > ${now}))
      or not (${sql.join(owned.map(owns), sql` or `)})
    end`;
  return sql<boolean>`(${isOver} and not (${sql.join(
    [
      isCountedOn("pending_registration", "guest_id", now),
      isCountedOn("session", "claimable_guest_id", now),
      isCountedOn("sign_in_challenge", "guest_id", now),
      isCountedOn("provider_flow", "guest_id", now),
    ],
    sql` or `,
  )}))`;
}

function owns(table: OwnedTable): Expression<SqlBool> {
  return sql<boolean>`exists (select from ${sql.table(table)} where owner_id = "user".id)`;
}

function isCountedOn(table: string, column: string, now: Date): Expression<SqlBool> {
  return sql<boolean>`exists (
    select from ${sql.table(table)} counting where counting.${sql.ref(column)} = "user".id and counting.expires_at > ${now})`;
}
