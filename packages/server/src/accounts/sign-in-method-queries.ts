import type { Database } from "../database/database.ts";
import type { Role } from "../roles/roles.ts";

/** `undefined` for a guest. */
export async function findOwnFactors(
  db: Database,
  userId: string,
): Promise<{ password: boolean; totp: boolean; role: Role } | undefined> {
  const row = await db
    .selectFrom("user")
    .leftJoin("account", (join) =>
      join.onRef("account.userId", "=", "user.id").on("account.providerId", "=", "credential"),
    )
    .select(["user.twoFactorEnabled", "user.role", "account.password"])
    .where("user.id", "=", userId)
    .where("user.isAnonymous", "=", false)
    .executeTakeFirst();
  return row && { password: row.password !== null, totp: row.twoFactorEnabled, role: row.role };
}

export async function countPasskeys(db: Database, userId: string): Promise<number> {
  const { count } = await db
    .selectFrom("passkey")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("userId", "=", userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}
