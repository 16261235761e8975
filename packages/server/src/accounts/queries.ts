import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { prepareStatement } from "../database/prepared.ts";
import type { ReaderRow } from "./account.ts";

/** What a reader's own eyes see of them: the columns of a `ReaderRow`, from `user` and `preference`. */
export const readerColumns = [
  "user.id as userId",
  "user.email",
  "user.emailVerified",
  "user.name",
  "user.image",
  "user.role",
  "user.isAnonymous",
  "user.twoFactorEnabled",
  "user.createdAt as userCreatedAt",
  "preference.theme",
  "preference.language",
  "preference.notifyProduct",
  "preference.notifyReplies",
] as const;

/**
 * Whoever gives an address to an account, or reserves it, does so alone: an advisory lock on the
 * address, because there may be no row yet to lock.
 */
export async function lockEmail(trx: Transaction, email: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`.execute(trx);
}

/** Several at once, always in one order, so that nobody waits in a circle. */
export async function lockEmails(trx: Transaction, emails: readonly string[]): Promise<void> {
  for (const email of [...new Set(emails)].sort()) await lockEmail(trx, email);
}

/** Everything that decides a sign-in with a password; `undefined` for an unknown address. */
export function findCredential(db: Database | Transaction, email: string) {
  return db
    .selectFrom("user")
    .leftJoin("account", (join) =>
      join.onRef("account.userId", "=", "user.id").on("account.providerId", "=", "credential"),
    )
    .leftJoin("preference", "preference.userId", "user.id")
    .select([
      "user.id as userId",
      "user.name",
      "user.epoch",
      "user.emailVerified",
      "user.banned",
      "user.banReason",
      "user.banExpires",
      "preference.language",
      "account.password as passwordHash",
    ])
    .where("user.email", "=", email)
    .where("user.isAnonymous", "=", false)
    .executeTakeFirst();
}

const selectReaders = prepareStatement<{ userIds: readonly string[] }, ReaderRow>("readers", (db, value) =>
  db
    .selectFrom("user")
    .leftJoin("preference", "preference.userId", "user.id")
    .select(readerColumns)
    // In a subquery, because Postgres counts the items of a bare list, and would plan short ones anew each time.
    .where("user.id", "=", sql<string>`any(array(select unnest(${value("userIds")}::uuid[])))`),
);

/** Users' rows with their preferences, for their own eyes; in no order, and without those that do not exist. */
export function findReaders(db: Database | Transaction, userIds: readonly string[]): Promise<ReaderRow[]> {
  return selectReaders(db, { userIds });
}

export async function findReader(db: Database | Transaction, userId: string): Promise<ReaderRow | undefined> {
  const [reader] = await findReaders(db, [userId]);
  return reader;
}

/** @returns whether there was such a user */
export async function updateProfile(
  db: Database,
  change: { userId: string; profile: { name?: string; image?: string | null }; at: Date },
): Promise<boolean> {
  const row = await db
    .updateTable("user")
    .set({ ...change.profile, updatedAt: change.at })
    .where("id", "=", change.userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Replaces the hash only where it still is the one that was checked. */
export async function replacePasswordHash(
  db: Database,
  change: { userId: string; from: string; to: string; at: Date },
): Promise<void> {
  await db
    .updateTable("account")
    .set({ password: change.to, updatedAt: change.at })
    .where("userId", "=", change.userId)
    .where("providerId", "=", "credential")
    .where("password", "=", change.from)
    .execute();
}

export async function markEmailVerified(trx: Transaction, userId: string, at: Date): Promise<void> {
  await trx
    .updateTable("user")
    .set({ emailVerified: true, updatedAt: at })
    .where("id", "=", userId)
    .execute();
}

/** A password is the one with the provider `credential`. */
export function listWaysToSignIn(db: Database, userId: string) {
  return db
    .selectFrom("account")
    .select(["providerId", "accountId", "createdAt"])
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .execute();
}

/** Holds a user with the tombstones that point there: nobody writes through one of them any more. */
export async function lockWithMergedGuests(trx: Transaction, userId: string): Promise<void> {
  await trx
    .selectFrom("user")
    .select("id")
    .where((eb) => eb.or([eb("id", "=", userId), eb("mergedInto", "=", userId)]))
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}

/** Whatever is under way for a guest goes on without it, also what would have brought its chats along. */
export async function forgetGuest(trx: Transaction, guestId: string): Promise<void> {
  for (const table of ["pendingRegistration", "signInChallenge", "providerFlow"] as const) {
    await trx.updateTable(table).set({ guestId: null }).where("guestId", "=", guestId).execute();
  }
  await trx
    .updateTable("session")
    .set({ claimableGuestId: null })
    .where("claimableGuestId", "=", guestId)
    .execute();
}

/** From now on nothing is recorded about the user any more, and whoever was about to has done it. */
export async function lockAgainstRecords(trx: Transaction, userId: string): Promise<void> {
  await trx.selectFrom("user").select("id").where("id", "=", userId).forUpdate().execute();
}

/** Everything that belongs to the user goes with the row, by its foreign keys. @returns whether it was there */
export async function deleteUser(trx: Transaction, userId: string): Promise<boolean> {
  const row = await trx.deleteFrom("user").where("id", "=", userId).returning("id").executeTakeFirst();
  return row !== undefined;
}
