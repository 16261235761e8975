import type { Database, Transaction } from "../database/database.ts";
import { atOnce } from "./queries.ts";
import { type Delivery, deliveries } from "./tables.ts";

export interface LetterFilter {
  readonly only: "all" | "failed";
  /** Normalised. */
  readonly to?: string | undefined;
}

/** Never its contents, which carry tokens and codes. */
const letterColumns = [
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
] as const;

/** Newest first. */
export function listLetters(db: Database, { only, to }: LetterFilter, limit: number) {
  return db
    .selectFrom("letter")
    .select(letterColumns)
    .$if(only === "failed", (query) => query.where("state", "=", "failed"))
    .$if(to !== undefined, (query) => query.where("recipient", "=", to ?? ""))
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}

export type LetterRow = Awaited<ReturnType<typeof listLetters>>[number];

export interface LetterPage {
  readonly status: LetterRow["state"] | Delivery | undefined;
  /** Normalised. */
  readonly to: string | undefined;
  readonly after: { readonly createdAt: Date; readonly id: string } | undefined;
  readonly limit: number;
}

/** A page of the outbox, newest first. */
export function pageLetters(db: Database, { status, to, after, limit }: LetterPage): Promise<LetterRow[]> {
  let query = db.selectFrom("letter").select(letterColumns);
  if (status !== undefined) query = query.where(isDelivery(status) ? "delivery" : "state", "=", status);
  if (to !== undefined) query = query.where("recipient", "=", to);
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(eb.val(after.createdAt), eb.val(after.id))),
    );
  }
  return query.orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit).execute();
}

const isDelivery = (status: string): status is Delivery => deliveries.some((delivery) => delivery === status);

/** Letters that were given up go out again, from the first attempt on, if their contents are still there. */
export async function requeueFailed(trx: Transaction, id: string | undefined): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable("letter")
    .set({ state: "queued", attempts: 0, nextAttemptAt: atOnce, blocked: false })
    .where("state", "=", "failed")
    .where("contents", "is not", null)
    .$if(id !== undefined, (query) => query.where("id", "=", id ?? ""))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
