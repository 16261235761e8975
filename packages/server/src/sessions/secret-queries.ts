import type { Database } from "../database/database.ts";

/**
 * How many sessions may hang on a refresh token that was made no later than `until`: those which have not been
 * refreshed since, and those whose answer since then has not been seen to arrive, because an older token of
 * theirs would still be forgiven.
 */
export async function countSessionsMintedBy(db: Database, made: { until: Date; now: Date }): Promise<number> {
  const { count } = await db
    .selectFrom("session")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("createdAt", "<=", made.until)
    .where("expiresAt", ">", made.now)
    .where((eb) => eb.or([eb("refreshedAt", "<=", made.until), eb("successorUsed", "=", false)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}
