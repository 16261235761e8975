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

async function listPositions(): Promise<number[]> {
  const rows = await database.db
    .selectFrom("securityEvent")
    .select("position")
    .where("position", "is not", null)
    .orderBy("position")
    .execute();
  return rows.map(({ position }) => Number(position));
}

test("an event whose transaction ends late is chained when it has, and keeps nobody waiting until then", async () => {
  await database.db.transaction().execute(async (trx) => {
    await events.audit.record(trx, { kind: "signed-in", userId: null });
    for (let turn = 0; turn < 3; turn++) await events.record({ userId: null });
    expect(await events.chain.append()).toBe(3);
  });
  expect(await events.chain.append()).toBe(1);
  expect(await events.verify()).toMatchObject({ events: 4, faultCount: 0, unchained: 0 });
});

test("an event of a change that is taken back has never been", async () => {
  const before = await events.verify();
  await database.db
    .transaction()
    .execute(async (trx) => {
      await events.audit.record(trx, { kind: "signed-in", userId: null });
      throw new Error("taken back");
    })
    .catch(() => {});
  expect(await events.chain.append()).toBe(0);
  expect(await events.verify()).toEqual(before);
});

test("nodes that chain at once, among sign-ins, deletions and cuts, make one chain without a fork or a gap", async () => {
  let writing = true;
  const whileWriting = async (act: () => Promise<unknown>) => {
    while (writing) await act();
  };
  const write = async () => {
    const userId = await events.addUser();
    for (let turn = 0; turn < 15; turn++)
      await database.db.transaction().execute(async (trx) => {
        await events.audit.record(trx, { kind: "signed-in", userId });
        await events.audit.record(trx, { kind: "signed-out", userId });
      });
    await events.deleteUser(userId);
  };
  const chaining = Promise.all(Array.from({ length: 3 }, () => whileWriting(() => events.chain.append())));
  const trimming = whileWriting(() => events.retention.trim());
  const verifying = whileWriting(async () => expect(await events.verify()).toMatchObject({ faultCount: 0 }));
  await Promise.all(Array.from({ length: 8 }, write));
  writing = false;
  await Promise.all([chaining, trimming, verifying]);
  await events.chain.append();
  const positions = await listPositions();
  expect(positions).toEqual(positions.map((_, index) => index + 1));
  expect(positions).toHaveLength(4 + 8 * 31);
  expect(await events.verify()).toMatchObject({ faultCount: 0, unchained: 0, erased: 8 * 30 });
});

test("a cut while the chain is being verified is no fault", async () => {
  clock.advance(401 * day);
  const [report] = await Promise.all([events.verify(), events.retention.trim()]);
  expect(report.faultCount).toBe(0);
  expect(await events.verify()).toMatchObject({ faultCount: 0 });
});
