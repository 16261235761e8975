import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { prepareStatement } from "../database/prepared.ts";
import type { LimitCounterTable } from "./counter-tables.ts";

export interface WantedPoints {
  readonly keys: readonly string[];
  /** How many there are, by key. */
  readonly points: readonly number[];
  /** When a window that begins now ends, by key. */
  readonly ends: readonly Date[];
  readonly now: Date;
}

/**
 * One point of each counter, in one statement. Whoever comes at the same moment waits for the rows, in the order of
 * their keys so that nobody waits in a circle, and sees the new numbers. `used` never grows beyond one more than
 * there are points, so that who is refused uses up nothing that is given back later.
 */
export const takePoints: (
  db: Database,
  wanted: WantedPoints,
) => Promise<Pick<LimitCounterTable, "key" | "used" | "endsAt">[]> = prepareStatement(
  "take-limit-points",
  (db, value: <K extends keyof WantedPoints>(key: K) => ReturnType<typeof sql<WantedPoints[K]>>) =>
    db
      .insertInto("limitCounter")
      .columns(["key", "used", "points", "endsAt"])
      .expression((eb) =>
        eb
          .selectFrom(
            sql<Omit<LimitCounterTable, "used">>`unnest(${value("keys")}::text[],
              ${value("points")}::integer[], ${value("ends")}::timestamptz[])`.as<"wanted">(
              sql`wanted(key, points, ends_at)`,
            ),
          )
          .select(["key", sql<number>`1`.as("used"), "points", "endsAt"])
          .orderBy("key"),
      )
      .onConflict((conflict) =>
        conflict.column("key").doUpdateSet({
          used: sql`case when limit_counter.ends_at <= ${value("now")} then 1
            else least(limit_counter.used, excluded.points) + 1 end`,
          points: sql`excluded.points`,
          endsAt: sql`case when limit_counter.ends_at <= ${value("now")} then excluded.ends_at
            else limit_counter.ends_at end`,
        }),
      )
      .returning(["key", "used", "endsAt"]),
);

/** One at a time: whoever gives back waits for nobody while holding a row. */
export async function giveBackPoint(db: Database, key: string, now: Date): Promise<void> {
  await db
    .updateTable("limitCounter")
    .set({ used: sql`greatest(0, least(used, points) - 1)` })
    .where("key", "=", key)
    .where("endsAt", ">", now)
    .execute();
}

export async function deleteEnded(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("limitCounter").where("endsAt", "<=", now).execute();
}
