import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { SecurityEventTable } from "./tables.ts";

export async function insertEvent(
  db: Database | Transaction,
  event: Insertable<SecurityEventTable>,
): Promise<void> {
  await db.insertInto("securityEvent").values(event).execute();
}

/** What happened to a user, newest first. @param page.limit - all of it, when there is none */
export async function listEvents(
  db: Database,
  page: { userId: string; before?: string | undefined; limit?: number },
) {
  let query = db
    .selectFrom("securityEvent")
    .select(["id", "kind", "ipAddress", "userAgent", "detail", "createdAt"])
    .where("userId", "=", page.userId);
  if (page.before !== undefined) query = query.where("id", "<", page.before);
  if (page.limit !== undefined) query = query.limit(page.limit);
  return query.orderBy("id", "desc").execute();
}

export type SecurityEventRow = Awaited<ReturnType<typeof listEvents>>[number];
