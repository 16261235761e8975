import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "../src/database/database.ts";
import { uuidv7 } from "../src/uuid.ts";
import { createEvents, type TestEvents } from "./support/chained-events.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { findInDatabase } from "./support/database-state.ts";

const clock = createTestClock();
let database: OpenDatabase;
let events: TestEvents;
beforeAll(async () => {
  database = await openPreparedDatabase();
  events = createEvents(database, clock);
});
afterAll(() => database.close());

const findEvent = (id: string) =>
  database.db.selectFrom("securityEvent").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

test("events are chained in their order, once, and the chain holds", async () => {
  const userId = await events.addUser();
  const ids: string[] = [];
  for (const reason of ["one", "two", "three"]) ids.push(await events.record({ userId, reason }));
  expect(await events.verify()).toMatchObject({ events: 0, unchained: 3, head: null, faultCount: 0 });
  expect(await events.chain.append()).toBe(3);
  expect(await events.chain.append()).toBe(0);
  const positions = await Promise.all(ids.map(async (id) => Number((await findEvent(id)).position)));
  expect(positions).toEqual([1, 2, 3]);
  const { head, ...report } = await events.verify();
  expect(report).toMatchObject({ events: 3, erased: 0, unchained: 0, cut: null, faults: [], faultCount: 0 });
  expect(head).toEqual({ position: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("an event that is committed after younger ones have been chained comes behind them", async () => {
  const late = uuidv7();
  const early = await events.record({ userId: null });
  await events.chain.append();
  await events.record({ id: late, userId: null });
  expect(await events.chain.append()).toBe(1);
  expect(Number((await findEvent(late)).position)).toBeGreaterThan(Number((await findEvent(early)).position));
  expect(await events.verify()).toMatchObject({ faultCount: 0, unchained: 0 });
});

test("whatever an event says survives the database and is the same to the chain", async () => {
  await events.record({
    userId: null,
    reason: 'she said "no" – ça va? 是的 \u2028 😀',
    before: { zeta: [1, 2.5, null, true], alpha: { b: "", a: {} } },
    after: ["role", { role: "admin" }],
    detail: { z: 1, a: { y: [], x: "é" }, when: "2026-11-21T09:30:00.000Z" },
  });
  await events.chain.append();
  expect(await events.verify()).toMatchObject({ faultCount: 0 });
});

test("an account that is deleted takes what its events say along, and the chain holds", async () => {
  const userId = await events.addUser();
  const chained = await events.record({ userId, sessionId: uuidv7(), reason: "a reason of hers" });
  await events.chain.append();
  const unchained = await events.record({ userId, detail: { newEmail: "hers@example.org" } });
  await events.deleteUser(userId);
  for (const id of [chained, unchained]) {
    expect(await findEvent(id)).toMatchObject({
      userId: null,
      sessionId: null,
      ipAddress: null,
      userAgent: null,
      reason: null,
      detail: {},
    });
  }
  // With its salt gone nobody finds out by trying which account or which address a digest was made of.
  expect(await findEvent(chained)).toMatchObject({ factsSalt: null, originSalt: null });
  for (const trace of [userId, "hers@example.org", "a reason of hers"])
    expect(await findInDatabase(database.db, trace)).toEqual([]);
  await events.chain.append();
  expect(await events.verify()).toMatchObject({ faultCount: 0, erased: 2, unchained: 0 });
});

test("two events that say the same have nothing in common in the chain", async () => {
  const userId = await events.addUser();
  const twins = [await events.record({ userId }), await events.record({ userId })];
  await events.chain.append();
  const [one, other] = await Promise.all(twins.map(findEvent));
  expect(one?.factsDigest).not.toEqual(other?.factsDigest);
  expect(one?.originDigest).not.toEqual(other?.originDigest);
});

test("an act on somebody loses whom it was about with them, and where it came from with whoever acted", async () => {
  const [staff, reader, other] = [await events.addUser(), await events.addUser(), await events.addUser()];
  const actor = { kind: "account", userId: staff } as const;
  const act = (userId: string) => events.record({ userId, actor, reason: "spam", before: { role: "user" } });
  const [onReader, onOther] = [await act(reader), await act(other)];
  await events.chain.append();
  await events.deleteUser(reader);
  const origin = { actorId: staff, ipAddress: "203.0.113.7" };
  expect(await findEvent(onReader)).toMatchObject({ ...origin, userId: null, reason: null, before: null });
  await events.deleteUser(staff);
  const facts = { actorId: staff, userId: other, reason: "spam", before: { role: "user" } };
  expect(await findEvent(onOther)).toMatchObject({ ...facts, ipAddress: null, userAgent: null });
  expect((await findEvent(onReader)).ipAddress).toBeNull();
  await events.chain.append();
  expect(await events.verify()).toMatchObject({ faultCount: 0, unchained: 0 });
});

test("an account cannot be deleted around its events", async () => {
  const userId = await events.addUser();
  await events.record({ userId });
  await expect(database.db.deleteFrom("user").where("id", "=", userId).execute()).rejects.toThrow(
    "security_event",
  );
});

test("thousands are chained and verified batch by batch", async () => {
  await events.chain.append();
  const before = (await events.verify()).events;
  await sql`insert into security_event (id, kind, actor_kind, detail, created_at)
    select gen_random_uuid(), 'signed-in', 'visitor', jsonb_build_object('turn', turn), now()
    from generate_series(1, 2400) turn`.execute(database.db);
  expect(await events.chain.append()).toBe(2400);
  expect(await events.verify()).toMatchObject({ events: before + 2400, faultCount: 0, unchained: 0 });
});
