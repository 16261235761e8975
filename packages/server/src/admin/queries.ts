import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/** What staff see of somebody, as it is stored. */
export const userColumns = [
  "user.id",
  "user.email",
  "user.name",
  "user.role",
  "user.isAnonymous",
  "user.emailVerified",
  "user.twoFactorEnabled",
  "user.banned",
  "user.banReason",
  "user.banExpires",
  "user.createdAt",
] as const;

/** When somebody was last seen: by a session that is still there, or on which day. */
export const lastSeenAt = sql<Date | null>`coalesce(
  (select max(greatest(session.refreshed_at, session.last_seen_at)) from session where session.user_id = "user".id),
  (select active_day.last_on::timestamp at time zone 'utc' from active_day where active_day.user_id = "user".id)
)`.as("lastSeenAt");

/** An account or a guest; nobody for a guest that has become part of an account. */
export function findUser(db: Database | Transaction, id: string) {
  return db
    .selectFrom("user")
    .select(userColumns)
    .select(lastSeenAt)
    .where("user.id", "=", id)
    .where("user.mergedInto", "is", null)
    .executeTakeFirst();
}

export type UserRow = NonNullable<Awaited<ReturnType<typeof findUser>>>;

/** How somebody can sign in, and how much there is of them; what it is, is nobody's but theirs. */
export async function findFacts(db: Database, id: string, now: Date) {
  const { rows } = await sql<{
    providers: string[];
    passkeys: number;
    conversations: number;
    sessions: number;
  }>`
    select
      array(select provider_id from account where user_id = ${id}::uuid order by created_at, id) as providers,
      (select count(*)::int from passkey where user_id = ${id}::uuid) as passkeys,
      (select count(*)::int from conversation where owner_id = ${id}::uuid) as conversations,
      (select count(*)::int from session where user_id = ${id}::uuid and expires_at > ${now}) as sessions
  `.execute(db);
  const [facts] = rows;
  if (!facts) throw new TypeError("A statement without a table has one row.");
  return facts;
}
