import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "../src/database/database.ts";
import { createEvents, type TestEvents } from "./support/chained-events.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";

const day = 24 * 3_600_000;
const clock = createTestClock();
let database: OpenDatabase;
let events: TestEvents;
beforeAll(async () => {
  database = await openPreparedDatabase();
  events = createEvents(database, clock, 400 * day);
});
afterAll(() => database.close());

async function recordSome(count: number, userId: string | null = null): Promise<void> {
  for (let turn = 0; turn < count; turn++) await events.record({ userId, detail: { turn } });
  await events.chain.append();
}

test("events past their time go, the others stay, and the chain holds from where it was cut", async () => {
  const userId = await events.addUser();
  await recordSome(10, userId);
  const noted = (await events.verify()).head ?? undefined;
  clock.advance(399 * day);
  await recordSome(5);
  expect(await events.retention.trim()).toBe(0);
  clock.advance(2 * day);
  // The last of them stays, empty: the rest hangs on it.
  expect(await events.retention.trim()).toBe(9);
  await events.chain.append();
  expect(await events.verify(noted)).toMatchObject({
    events: 7,
    cut: noted,
    noted: "there",
    faultCount: 0,
    unchained: 0,
  });
  expect(
    await database.db.selectFrom("securityEvent").select("id").where("userId", "=", userId).execute(),
  ).toEqual([]);
});

test("the cut is an event itself, and is cut off in its turn", async () => {
  const cut = () =>
    database.db.selectFrom("securityEvent").select("detail").where("kind", "=", "audit-trimmed").execute();
  expect(await cut()).toEqual([{ detail: { position: 10, hash: expect.any(String), events: 9 } }]);
  const noted = { position: 10, hash: "0".repeat(64) };
  clock.advance(402 * day);
  await recordSome(2);
  // Nine were left: five, the event of the cut, the link before them, and now the last of these.
  expect(await events.retention.trim()).toBe(6);
  await events.chain.append();
  expect(await events.verify(noted)).toMatchObject({
    cut: { position: 16 },
    noted: "cut-off",
    faultCount: 0,
  });
  expect(await events.retention.trim()).toBe(0);
});

test("a deletion after a cut finds what is left of its account, and the chain holds", async () => {
  const userId = await events.addUser();
  await recordSome(4, userId);
  clock.advance(401 * day);
  await recordSome(2, userId);
  expect(await events.retention.trim()).toBeGreaterThan(0);
  await events.deleteUser(userId);
  await events.chain.append();
  expect(await events.verify()).toMatchObject({ erased: 3, faultCount: 0, unchained: 0 });
});

test("a cut that nobody made, or that says another place, is found", async () => {
  const { cut } = await events.verify();
  const position = (cut?.position ?? 0) + 1;
  await sql`delete from security_event where position < ${position}`.execute(database.db);
  expect(await events.verify()).toMatchObject({ cut: null, faults: [{ fault: "missing", position }] });
});

test("many are cut off batch by batch", async () => {
  clock.advance(401 * day);
  await events.retention.trim();
  await sql`insert into security_event (id, kind, actor_kind, detail, created_at)
    select gen_random_uuid(), 'signed-in', 'visitor', '{}', ${clock.now()} from generate_series(1, 4100)`.execute(
    database.db,
  );
  await events.chain.append();
  const { head } = await events.verify();
  clock.advance(401 * day);
  expect(await events.retention.trim()).toBeGreaterThan(4_000);
  await events.chain.append();
  expect(await events.verify()).toMatchObject({ cut: head, faultCount: 0 });
});
