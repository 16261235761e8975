import { sql } from "kysely";
import type { DailyQuota } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { QuotaReservationTable, QuotaUseTable } from "./quota-tables.ts";

/** The counter of everybody together. */
export const serverSubject = "server";

/** How much was asked on a day. */
export type Use = Pick<QuotaUseTable, "messages" | "tokens">;

/** One counter of one day. */
export type Counter = Pick<QuotaUseTable, "subject" | "day">;

export async function findUserIdByEmail(
  db: Database | Transaction,
  email: string,
): Promise<string | undefined> {
  const row = await db.selectFrom("user").select("id").where("email", "=", email).executeTakeFirst();
  return row?.id;
}

/** Who asks, as limits see it; tombstones and strangers are nobody. */
export function findReader(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("user")
    .leftJoin("quotaOverride", "quotaOverride.userId", "user.id")
    .select(["user.isAnonymous", "user.role", "quotaOverride.messages", "quotaOverride.tokens"])
    .where("user.id", "=", userId)
    .where("user.mergedInto", "is", null)
    .executeTakeFirst();
}

export type Reader = NonNullable<Awaited<ReturnType<typeof findReader>>>;

/**
 * Counts one question and what its answer may cost, if both still fit. One statement: whoever comes at the same
 * moment waits for the row and then sees the new number.
 *
 * @returns what is counted now, or `undefined` where it did not fit
 */
export function take(
  trx: Transaction,
  { subject, day }: Counter,
  { ownerId, tokens, limits }: { ownerId: string | null; tokens: number; limits: DailyQuota },
): Promise<Use | undefined> {
  const fits = (messages: ReturnType<typeof sql>, all: ReturnType<typeof sql>) => sql`
    (${limits.messages ?? null}::integer is null or ${messages} <= ${limits.messages ?? null}::integer)
    and (${limits.tokens ?? null}::integer is null or ${all} <= ${limits.tokens ?? null}::integer)`;
  return sql<Use>`
    insert into quota_use as counted (subject, day, owner_id, messages, tokens)
    select ${subject}, ${day}::date, ${ownerId}::uuid, 1, ${tokens}::integer
      where ${fits(sql`1`, sql`${tokens}::integer`)}
    on conflict (subject, day) do update
      set messages = counted.messages + 1, tokens = counted.tokens + excluded.tokens
      where ${fits(sql`counted.messages + 1`, sql`counted.tokens + excluded.tokens`)}
    returning messages, tokens`
    .execute(trx)
    .then(({ rows }) => rows[0]);
}

/** What is counted for each of these on a day, those of nothing left out. */
export function findUse(
  db: Database | Transaction,
  subjects: readonly string[],
  day: string,
): Promise<Pick<QuotaUseTable, "subject" | "messages" | "tokens">[]> {
  return db
    .selectFrom("quotaUse")
    .select(["subject", "messages", "tokens"])
    .where("subject", "in", subjects)
    .where("day", "=", day)
    .execute();
}

export async function insertReservation(trx: Transaction, row: QuotaReservationTable): Promise<void> {
  await trx.insertInto("quotaReservation").values(row).execute();
}

/** Whoever takes it away settles it; the others find nothing. */
export function takeReservation(trx: Transaction, answerId: string) {
  return trx
    .deleteFrom("quotaReservation")
    .where("answerId", "=", answerId)
    .returning(["ownerId", "network", sql<string>`day::text`.as("day"), "tokens"])
    .executeTakeFirst();
}

/** Moves a counter by so much, and never below nothing. */
export async function adjust(trx: Transaction, { subject, day }: Counter, by: Use): Promise<void> {
  await trx
    .updateTable("quotaUse")
    .set({
      messages: sql<number>`greatest(0, messages + ${by.messages}::integer)`,
      tokens: sql<number>`greatest(0, tokens + ${by.tokens}::integer)`,
    })
    .where("subject", "=", subject)
    .where("day", "=", day)
    .execute();
}

/** Answers that should have ended long ago. */
export async function findLostAnswers(db: Database, reservedUntil: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("quotaReservation")
    .select("answerId")
    .where("reservedAt", "<=", reservedUntil)
    .orderBy("reservedAt")
    .limit(limit)
    .execute();
  return rows.map(({ answerId }) => answerId);
}

export async function deleteUseBefore(db: Database, day: string): Promise<void> {
  await db.deleteFrom("quotaUse").where("day", "<", day).execute();
}

/** What a merge moves; reservations first, as everybody does. */
export async function moveUse(
  trx: Transaction,
  { fromUserId, toUserId }: { fromUserId: string; toUserId: string },
): Promise<number> {
  await trx
    .updateTable("quotaReservation")
    .set({ ownerId: toUserId })
    .where("ownerId", "=", fromUserId)
    .execute();
  const { rows } = await sql`
    with taken as (
      delete from quota_use where owner_id = ${fromUserId}::uuid returning day, messages, tokens
    )
    insert into quota_use as counted (subject, day, owner_id, messages, tokens)
    select ${toUserId}, day, ${toUserId}::uuid, messages, tokens from taken order by day
    on conflict (subject, day) do update
      set messages = counted.messages + excluded.messages, tokens = counted.tokens + excluded.tokens
    returning day`.execute(trx);
  return rows.length;
}

export async function countUse(db: Database | Transaction, ownerId: string): Promise<number> {
  return (await findAllUse(db, ownerId)).length;
}

/** Newest first. */
export function findAllUse(db: Database | Transaction, ownerId: string) {
  return db
    .selectFrom("quotaUse")
    .select([sql<string>`day::text`.as("day"), "messages", "tokens"])
    .where("ownerId", "=", ownerId)
    .orderBy("quotaUse.day", "desc")
    .execute();
}

export function findOverride(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("quotaOverride")
    .select(["messages", "tokens"])
    .where("userId", "=", userId)
    .executeTakeFirst();
}

export async function upsertOverride(
  trx: Transaction,
  { userId, at, ...change }: { userId: string; at: Date; messages?: number | null; tokens?: number | null },
): Promise<void> {
  await trx
    .insertInto("quotaOverride")
    .values({ userId, messages: null, tokens: null, ...change, updatedAt: at })
    .onConflict((conflict) => conflict.column("userId").doUpdateSet({ ...change, updatedAt: at }))
    .execute();
}
