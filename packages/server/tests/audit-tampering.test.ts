// Whoever can write into the database changes what happened; the chain says so, and where.
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createChain } from "../src/audit/chain.ts";
import { verifyChain } from "../src/audit/verification.ts";
import type { Database, OpenDatabase } from "../src/database/database.ts";
import { createEvents } from "./support/chained-events.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";

let database: OpenDatabase;
/** Twenty events of two accounts; the second one is deleted, which makes the twenty-first; three more of the first. */
beforeAll(async () => {
  database = await openPreparedDatabase();
  const events = createEvents(database, createTestClock());
  const [alice, bob] = [await events.addUser(), await events.addUser()];
  for (let turn = 0; turn < 20; turn++)
    await events.record({ userId: turn % 5 === 4 ? bob : alice, detail: { turn } });
  await events.chain.append();
  await events.deleteUser(bob);
  for (let turn = 0; turn < 3; turn++) await events.record({ userId: alice });
  await events.chain.append();
});
afterAll(() => database.close());

class Undo extends Error {}

/** What the chain says after a change, which is taken back. */
async function after(
  change: (db: Database) => Promise<unknown>,
  noted?: Parameters<typeof verifyChain>[1],
): Promise<Awaited<ReturnType<typeof verifyChain>>> {
  let report: Awaited<ReturnType<typeof verifyChain>> | undefined;
  await database.db
    .transaction()
    .execute(async (trx) => {
      await change(trx);
      report = await verifyChain(trx, noted);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!report) throw new Error("The chain was not verified.");
  return report;
}

const run = (statement: RawBuilder<unknown>) => (db: Database) => statement.execute(db);
const places = ({ faults }: Awaited<ReturnType<typeof verifyChain>>) =>
  faults.map(({ fault, position }) => `${fault} ${position}`);

test("a chain that nobody touched holds", async () => {
  expect(await after(async () => {})).toMatchObject({ events: 24, erased: 4, faultCount: 0 });
});

test.each<[string, RawBuilder<unknown>, string[]]>([
  ["a fact", sql`update security_event set detail = '{"turn": 99}' where position = 7`, ["changed 7"]],
  ["a reason", sql`update security_event set reason = 'spam' where position = 7`, ["changed 7"]],
  [
    "an address",
    sql`update security_event set ip_address = '198.51.100.1' where position = 7`,
    ["changed 7"],
  ],
  ["whom it concerns", sql`update security_event set user_id = null where position = 7`, ["changed 7"]],
  ["the kind", sql`update security_event set kind = 'signed-out' where position = 7`, ["unlinked 7"]],
  [
    "the moment",
    sql`update security_event set created_at = created_at - interval '1 day' where position = 7`,
    ["unlinked 7"],
  ],
  ["who acted", sql`update security_event set actor_kind = 'operator' where position = 7`, ["unlinked 7"]],
])("%s that is changed is found", async (_, statement, found) => {
  const report = await after(run(statement));
  expect(places(report)).toEqual(found);
  expect(report.faults[0]?.eventId).toMatch(/^[0-9a-f-]{36}$/);
});

test("an event that is removed is found, wherever it stood", async () => {
  const remove = (position: number) =>
    after(run(sql`delete from security_event where position = ${position}`));
  expect(places(await remove(1))).toEqual(["missing 2"]);
  expect(places(await remove(7))).toEqual(["missing 8"]);
});

test("an event whose place is closed up again is found", async () => {
  const report = await after(async (db) => {
    await sql`delete from security_event where position = 7`.execute(db);
    for (let position = 8; position <= 24; position++)
      await sql`update security_event set position = ${position - 1} where position = ${position}`.execute(
        db,
      );
  });
  expect(report.faultCount).toBe(17);
});

test("two events that change places are found", async () => {
  const report = await after(async (db) => {
    for (const [from, to] of [
      [7, 1000],
      [8, 7],
      [1000, 8],
    ] as const)
      await sql`update security_event set position = ${to} where position = ${from}`.execute(db);
  });
  // The first one in the wrong place, the second one, and the one that hung on the second.
  expect(places(report)).toEqual(["unlinked 7", "unlinked 8", "unlinked 9"]);
});

test("an event that is chained anew with another text breaks the link behind it", async () => {
  const report = await after(async (db) => {
    await sql`create temporary table tail on commit drop as select * from security_event where position > 7`.execute(
      db,
    );
    await sql`delete from security_event where position > 7`.execute(db);
    await sql`update security_event set detail = '{"turn": 99}', position = null, facts_salt = null,
      facts_digest = null, origin_salt = null, origin_digest = null, hash = null where position = 7`.execute(
      db,
    );
    await rechain(db);
    await sql`insert into security_event select * from tail`.execute(db);
  });
  expect(places(report)).toEqual(["unlinked 8"]);
});

test("an end that is cut off is found by a head that was noted, also where new events grew in its place", async () => {
  const { head } = await after(async () => {});
  const noted = head ?? undefined;
  expect(await after(async () => {}, noted)).toMatchObject({ noted: "there", faultCount: 0 });
  const cutOff = run(sql`delete from security_event where position > 21`);
  expect(await after(cutOff)).toMatchObject({ faultCount: 0, head: { position: 21 } });
  expect(await after(cutOff, noted)).toMatchObject({
    noted: "absent",
    faults: [{ fault: "head", position: 24 }],
  });
  const regrown = await after(async (db) => {
    await cutOff(db);
    await sql`insert into security_event (id, kind, actor_kind, detail, created_at)
      select gen_random_uuid(), 'signed-in', 'visitor', '{}', now() from generate_series(1, 3)`.execute(db);
    await rechain(db);
  }, noted);
  expect(regrown).toMatchObject({ events: 24, noted: "absent", faults: [{ fault: "head", position: 24 }] });
});

test("an old end that is cut off without an event of the cut is found", async () => {
  expect(places(await after(run(sql`delete from security_event where position <= 5`)))).toEqual([
    "missing 6",
  ]);
});

test("an event that is emptied as if its account had gone is found", async () => {
  const empty = (erasedWith: RawBuilder<unknown>) =>
    after(
      run(sql`update security_event set user_id = null, session_id = null, ip_address = null, user_agent = null,
        detail = '{}', facts_salt = null, origin_salt = null, erased_with = ${erasedWith} where position = 7`),
    );
  expect(places(await empty(sql`null`))).toEqual(["erased 7"]);
  expect(places(await empty(sql`gen_random_uuid()`))).toEqual(["erased 7"]);
  // That account has taken four along, and not a fifth.
  const deletion = sql`(select id from security_event where kind = 'account-deleted')`;
  expect(places(await empty(deletion))).toEqual(["erased 5"]);
});

test("words that are put into an event that was emptied are found", async () => {
  const statement = sql`update security_event set reason = 'spam' where position = 5`;
  expect(places(await after(run(statement)))).toEqual(["changed 5"]);
});

/** As whoever has the program would do it. */
async function rechain(db: Database): Promise<void> {
  const inSame = Object.assign(Object.create(db), {
    transaction: () => ({ execute: (work: (trx: Database) => Promise<unknown>) => work(db) }),
  });
  await createChain({ database: inSame }).append();
}
