import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { LetterTable } from "./tables.ts";

/** Due at once, whatever the clock of the node that looks. */
export const atOnce = new Date(0);

export interface ClaimedLetter {
  readonly id: string;
  readonly recipient: string;
  readonly kind: string;
  readonly contents: string | null;
  /** Counts this one; whoever settles the letter names it, so that an attempt that was given up settles nothing. */
  readonly attempts: number;
}
type Attempt = Pick<ClaimedLetter, "id" | "attempts">;

export async function insertLetter(trx: Transaction, letter: Insertable<LetterTable>): Promise<void> {
  await trx.insertInto("letter").values(letter).execute();
}

/**
 * Takes the next letter that is due, for this node alone until the given moment. The attempt counts before it is
 * made, so that one which ends the process counts too.
 */
export function claimDueLetter(
  db: Database,
  { now, until }: { now: Date; until: Date },
): Promise<ClaimedLetter | undefined> {
  return db
    .updateTable("letter")
    .set({ attempts: sql`attempts + 1`, nextAttemptAt: until, blocked: false })
    .where("id", "=", (eb) =>
      eb
        .selectFrom("letter")
        .select("id")
        .where("state", "=", "queued")
        .where("nextAttemptAt", "<=", now)
        .orderBy("priority")
        .orderBy("nextAttemptAt")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(["id", "recipient", "kind", "contents", "attempts"])
    .executeTakeFirst();
}

const attempted = (db: Database, { id, attempts }: Attempt) =>
  db
    .updateTable("letter")
    .where("id", "=", id)
    .where("state", "=", "queued")
    .where("attempts", "=", attempts);

export async function markSent(
  db: Database,
  letter: Attempt,
  receipt: { sentAt: Date; sentBy: string; providerId: string | null },
): Promise<void> {
  await attempted(db, letter)
    .set({ state: "sent", contents: null, lastError: null, ...receipt })
    .execute();
}

/** Its recipient is not to get it, so nobody needs its contents. */
export async function markSuppressed(db: Database, letter: Attempt, lastError: string): Promise<void> {
  await attempted(db, letter).set({ state: "suppressed", contents: null, lastError }).execute();
}

/** The contents stay for a while: an operator may mend what was wrong, and try again. */
export async function markFailed(db: Database, letter: Attempt, lastError: string): Promise<void> {
  await attempted(db, letter).set({ state: "failed", lastError }).execute();
}

export async function postpone(
  db: Database,
  letter: Attempt,
  wait: { until: Date; blocked: boolean; lastError: string; counts: boolean },
): Promise<void> {
  await attempted(db, letter)
    .set({
      nextAttemptAt: wait.until,
      blocked: wait.blocked,
      lastError: wait.lastError,
      ...(!wait.counts && { attempts: letter.attempts - 1 }),
    })
    .execute();
}

/** Letters that wait for nothing but the way out are due now. */
export async function releaseBlocked(db: Database): Promise<void> {
  await db
    .updateTable("letter")
    .set({ nextAttemptAt: atOnce, blocked: false })
    .where("state", "=", "queued")
    .where("blocked", "=", true)
    .execute();
}

/** No other process sends from this database, so what was being sent when the last one ended is due again. */
export async function releaseAll(db: Database): Promise<void> {
  await db.updateTable("letter").set({ nextAttemptAt: atOnce }).where("state", "=", "queued").execute();
}

/** Old letters leave, and before that the contents of those that were given up. */
export async function purgeLetters(
  db: Database,
  { letters, contents }: { letters: Date; contents: Date },
): Promise<void> {
  await db.deleteFrom("letter").where("createdAt", "<", letters).execute();
  await db
    .updateTable("letter")
    .set({ contents: null })
    .where("state", "=", "failed")
    .where("contents", "is not", null)
    .where("createdAt", "<", contents)
    .execute();
}

/** How many letters of some kinds were written to an address since a moment, sent or not. */
export async function countLettersSince(
  trx: Transaction,
  recipient: string,
  kinds: readonly string[],
  since: Date,
): Promise<number> {
  const { count } = await trx
    .selectFrom("letter")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("recipient", "=", recipient)
    .where("kind", "in", kinds)
    .where("createdAt", ">=", since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function deleteLettersTo(trx: Transaction, recipient: string): Promise<void> {
  await trx.deleteFrom("letter").where("recipient", "=", recipient).execute();
}
