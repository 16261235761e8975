import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";

/** @returns whether the user has been seen with this mark since then; its time is moved to now */
export async function touchDevice(
  trx: Transaction,
  device: { userId: string; mark: Buffer; now: Date; usedSince: Date },
): Promise<boolean> {
  const row = await trx
    .updateTable("knownDevice")
    .set({ lastUsedAt: device.now })
    .where("userId", "=", device.userId)
    .where("mark", "=", device.mark)
    .where("lastUsedAt", ">", device.usedSince)
    .returning("userId")
    .executeTakeFirst();
  return row !== undefined;
}

export async function hasDevices(trx: Transaction, userId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("knownDevice")
    .select("userId")
    .where("userId", "=", userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** @returns whether this call was the one: of two sign-ins at once with one mark, one is the first */
export async function insertDevice(
  trx: Transaction,
  device: { userId: string; mark: Buffer; now: Date },
): Promise<boolean> {
  const row = await trx
    .insertInto("knownDevice")
    .values({ userId: device.userId, mark: device.mark, lastUsedAt: device.now })
    .onConflict((conflict) => conflict.columns(["userId", "mark"]).doNothing())
    .returning("userId")
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets what was not used since then, and what is too much, the longest unused first. */
export async function forgetDevices(
  trx: Transaction,
  from: { userId: string; usedSince: Date; keep: number },
): Promise<void> {
  await sql`
    delete from known_device
    where user_id = ${from.userId} and (last_used_at <= ${from.usedSince} or mark in (
      select mark from known_device where user_id = ${from.userId}
      order by last_used_at desc offset ${from.keep}))
  `.execute(trx);
}

export async function isKnown(
  db: Database,
  device: { userId: string; mark: Buffer; usedSince: Date },
): Promise<boolean> {
  const row = await db
    .selectFrom("knownDevice")
    .select("userId")
    .where("userId", "=", device.userId)
    .where("mark", "=", device.mark)
    .where("lastUsedAt", ">", device.usedSince)
    .executeTakeFirst();
  return row !== undefined;
}

export function listKnownDevices(db: Database, userId: string) {
  return db
    .selectFrom("knownDevice")
    .select("lastUsedAt")
    .where("userId", "=", userId)
    .orderBy("lastUsedAt", "desc")
    .execute();
}
