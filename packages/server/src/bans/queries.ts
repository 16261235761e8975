import type { Transaction } from "../database/database.ts";

export async function updateBan(
  trx: Transaction,
  userId: string,
  ban: { banned: boolean; banReason: string | null; banExpires: Date | null; bannedAt: Date | null },
  at: Date,
): Promise<void> {
  await trx
    .updateTable("user")
    .set({ ...ban, updatedAt: at })
    .where("id", "=", userId)
    .execute();
}
