import { normalizeEmail } from "../accounts/email.ts";
import type { Database } from "../database/database.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** How many administrators there are, and how many of them have no second factor. */
export async function countAdministrators(
  db: Database,
): Promise<{ administrators: number; withoutSecondFactor: number }> {
  const { administrators, withoutSecondFactor } = await db
    .selectFrom("user")
    .select(({ fn }) => [
      fn.countAll<string>().as("administrators"),
      fn.countAll<string>().filterWhere("twoFactorEnabled", "=", false).as("withoutSecondFactor"),
    ])
    .where("role", "=", "admin")
    .executeTakeFirstOrThrow();
  return { administrators: Number(administrators), withoutSecondFactor: Number(withoutSecondFactor) };
}

/** Whoever has another role than a reader's, by role and then by age. */
export function listStaff(db: Database, limit: number) {
  return db
    .selectFrom("user")
    .select([
      "id",
      "email",
      "name",
      "role",
      "emailVerified",
      "twoFactorEnabled",
      "banned",
      "banExpires",
      "createdAt",
    ])
    .where("role", "<>", "user")
    .where("isAnonymous", "=", false)
    .orderBy("role")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/** @param who - the address or the id of an account */
export function findAccount(db: Database, who: string) {
  const query = db.selectFrom("user").select(["id", "email", "role"]).where("isAnonymous", "=", false);
  const named = uuid.test(who) ? query.where("id", "=", who) : query.where("email", "=", normalizeEmail(who));
  return named.executeTakeFirst();
}

export type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;
