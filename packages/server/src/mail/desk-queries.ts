import type { Database } from "../database/database.ts";
import { atOnce } from "./queries.ts";

export interface LetterFilter {
  readonly only: "all" | "failed";
  /** Normalised. */
  readonly to?: string | undefined;
}

/** Newest first. */
export function listLetters(db: Database, { only, to }: LetterFilter, limit: number) {
  return db
    .selectFrom("letter")
    .select([
      "id",
      "recipient",
      "kind",
      "state",
      "attempts",
      "lastError",
      "createdAt",
      "nextAttemptAt",
      "sentAt",
      "sentBy",
      "delivery",
    ])
    .$if(only === "failed", (query) => query.where("state", "=", "failed"))
    .$if(to !== undefined, (query) => query.where("recipient", "=", to ?? ""))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

/** Letters that were given up go out again, from the first attempt on, if their contents are still there. */
export async function requeueFailed(db: Database, id: string | undefined): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("letter")
    .set({ state: "queued", attempts: 0, nextAttemptAt: atOnce, blocked: false })
    .where("state", "=", "failed")
    .where("contents", "is not", null)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
