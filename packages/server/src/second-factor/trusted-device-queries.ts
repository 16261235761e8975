import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { TrustedDeviceTable } from "./tables.ts";

export async function insertDevice(trx: Transaction, row: Insertable<TrustedDeviceTable>): Promise<void> {
  await trx.insertInto("trustedDevice").values(row).execute();
}

/** @returns since when the device is trusted; its use is noted */
export async function useDevice(
  trx: Transaction,
  device: { userId: string; epoch: number; tokenHashes: readonly Buffer[]; now: Date },
): Promise<Date | undefined> {
  const row = await trx
    .updateTable("trustedDevice")
    .set({ lastUsedAt: device.now })
    .where("userId", "=", device.userId)
    .where("epoch", "=", device.epoch)
    .where("tokenHash", "in", device.tokenHashes)
    .where("expiresAt", ">", device.now)
    .returning("createdAt")
    .executeTakeFirst();
  return row?.createdAt;
}

/** Those that count, the newest first. */
export function listDevices(
  db: Database,
  page: { userId: string; before: string | undefined; now: Date; limit: number },
) {
  let query = db
    .selectFrom("trustedDevice")
    .innerJoin("user", (join) =>
      join.onRef("user.id", "=", "trustedDevice.userId").onRef("user.epoch", "=", "trustedDevice.epoch"),
    )
    .select([
      "trustedDevice.id",
      "trustedDevice.tokenHash",
      "trustedDevice.ipAddress",
      "trustedDevice.userAgent",
      "trustedDevice.createdAt",
      "trustedDevice.lastUsedAt",
      "trustedDevice.expiresAt",
    ])
    .where("trustedDevice.userId", "=", page.userId)
    .where("trustedDevice.expiresAt", ">", page.now);
  if (page.before !== undefined) query = query.where("trustedDevice.id", "<", page.before);
  return query.orderBy("trustedDevice.id", "desc").limit(page.limit).execute();
}

export type TrustedDeviceRow = Awaited<ReturnType<typeof listDevices>>[number];

/** @returns whether it was there, and this user's */
export async function deleteDevice(trx: Transaction, userId: string, id: string): Promise<boolean> {
  const row = await trx
    .deleteFrom("trustedDevice")
    .where("id", "=", id)
    .where("userId", "=", userId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteDevicesOf(trx: Transaction, userId: string): Promise<void> {
  await trx.deleteFrom("trustedDevice").where("userId", "=", userId).execute();
}

/** The longest known beyond so many. */
export async function deleteOldestDevices(trx: Transaction, userId: string, keep: number): Promise<void> {
  await trx
    .deleteFrom("trustedDevice")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("trustedDevice")
        .select("id")
        .where("userId", "=", userId)
        .orderBy("id", "desc")
        .offset(keep),
    )
    .execute();
}

export async function deleteExpiredDevices(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("trustedDevice").where("expiresAt", "<=", now).execute();
}
