import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { OpenDatabase, Transaction } from "../src/database/database.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { openEmptyDatabase } from "./support/database.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openEmptyDatabase();
  await sql`create table done (what text)`.execute(database.db);
});
afterAll(() => database.close());
beforeEach(() => sql`delete from done`.execute(database.db));

/** As Postgres does to one of two that wait for each other; nobody waits here. */
const endedBy = (trx: Transaction, code: string) =>
  sql.raw(`do $$ begin raise exception 'ended' using errcode = '${code}'; end $$`).execute(trx);

/** Writes a row and then fails as often as it is told to. */
function failing(times: number, code: string) {
  const acts: string[] = [];
  let tries = 0;
  const result = inTransaction(database.db, async (trx, afterCommit) => {
    tries += 1;
    await sql`insert into done values ('once')`.execute(trx);
    afterCommit(() => acts.push("once"));
    if (tries <= times) await endedBy(trx, code);
    return "done";
  });
  return { result, acts, tries: () => tries };
}

const rows = async () => (await sql`select from done`.execute(database.db)).rows.length;

test("what Postgres has ended because two waited for each other is done again, and happens once", async () => {
  const { result, acts } = failing(2, "40P01");
  expect(await result).toBe("done");
  expect(acts).toEqual(["once"]);
  expect(await rows()).toBe(1);
});

test("a third time is not tried again, and nothing has happened", async () => {
  const { result, acts, tries } = failing(3, "40P01");
  await expect(result).rejects.toMatchObject({ code: "40P01" });
  expect(tries()).toBe(3);
  expect(acts).toEqual([]);
  expect(await rows()).toBe(0);
});

test("whatever else fails is not done again", async () => {
  const { result, tries } = failing(1, "23505");
  await expect(result).rejects.toMatchObject({ code: "23505" });
  expect(tries()).toBe(1);
  expect(await rows()).toBe(0);
});
