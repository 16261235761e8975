import { afterAll, beforeAll, expect, test } from "vitest";
import type { DailyQuota, QuotasConfig } from "../src/config/config.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { QuotaExceededError } from "../src/limits/errors.ts";
import { createQuotas, type Quotas } from "../src/limits/quotas.ts";
import { createRoleTable } from "../src/roles/roles.ts";
import { uuidv7 } from "../src/uuid.ts";
import { waitForNoon } from "./support/asking.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";

const minuteMs = 60_000;
const network = "203.0.113.7/32";
const quota = (limits: Partial<DailyQuota>): DailyQuota => ({
  messages: undefined,
  tokens: undefined,
  ...limits,
});
const none = quota({});
const nothing: QuotasConfig = {
  guest: none,
  network: none,
  user: none,
  moderator: none,
  admin: none,
  server: none,
};

let database: OpenDatabase;
const clock = createTestClock();
beforeAll(async () => {
  database = await openPreparedDatabase();
  await migrateToLatest(database.db);
  waitForNoon(clock);
});
afterAll(() => database.close());

/** As a node of its own has them. */
function createNode(config: Partial<QuotasConfig>) {
  const warnings: unknown[] = [];
  const log = { warn: (facts: unknown) => warnings.push(facts) };
  const quotas = createQuotas({
    database: database.db,
    clock,
    log,
    config: { ...nothing, ...config },
    roleTable: createRoleTable(),
  });
  return { ...quotas, warnings };
}

async function addReader(reader: { isAnonymous?: boolean; role?: "admin" } = {}): Promise<string> {
  const id = uuidv7();
  const at = clock.now();
  await database.db
    .insertInto("user")
    .values({ id, email: `${id}@example.org`, createdAt: at, updatedAt: at, ...reader })
    .execute();
  return id;
}

/** A question whose answer is being written. */
async function ask(quotas: Pick<Quotas, "reserve">, ownerId: string, tokenCeiling = 0): Promise<string> {
  const answerId = uuidv7();
  await inTransaction(database.db, (trx) =>
    quotas.reserve(trx, { ownerId, network, answerId, tokenCeiling, at: clock.now() }),
  );
  return answerId;
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error) => (error instanceof QuotaExceededError ? error.facts : Promise.reject(error)),
  );

const usedBy = async (quotas: Pick<Quotas, "usage">, ownerId: string) =>
  Object.fromEntries((await quotas.usage({ ownerId, network })).map(({ quota, used }) => [quota, used]));

const user = quota({ messages: 10, tokens: 1000 });

test("what an answer may cost is kept back until it is known what it did cost", async () => {
  const quotas = createNode({ user });
  const reader = await addReader();
  const first = await ask(quotas, reader, 600);
  expect(await usedBy(quotas, reader)).toEqual({ messages: 1, tokens: 600 });
  expect(await refusal(ask(quotas, reader, 600))).toMatchObject({
    quota: "tokens",
    limit: 1000,
    remaining: 400,
  });
  for (let turn = 0; turn < 2; turn += 1)
    await quotas.settle(first, { outcome: "complete", tokens: { input: 90, output: 10 } });
  expect(await usedBy(quotas, reader)).toEqual({ messages: 1, tokens: 100 });
  await ask(quotas, reader, 600);
});

test("a failed answer that cost nothing gives its question back, and one that cost something does not", async () => {
  const quotas = createNode({ user });
  const reader = await addReader();
  await quotas.settle(await ask(quotas, reader, 600), { outcome: "failed", tokens: undefined });
  expect(await usedBy(quotas, reader)).toEqual({ messages: 0, tokens: 0 });
  const broken = await ask(quotas, reader, 600);
  await quotas.settle(broken, { outcome: "failed", tokens: { input: 50, output: 5 } });
  expect(await usedBy(quotas, reader)).toEqual({ messages: 1, tokens: 55 });
});

test("an answer that its reader stopped counts", async () => {
  const quotas = createNode({ user });
  const reader = await addReader();
  await quotas.settle(await ask(quotas, reader), { outcome: "stopped", tokens: undefined });
  expect(await usedBy(quotas, reader)).toEqual({ messages: 1, tokens: 0 });
});

test("what was kept back for an answer whose server died comes back, and not while an answer may be running", async () => {
  const quotas = createNode({ user });
  const reader = await addReader();
  const lost = await ask(quotas, reader, 600);
  clock.advance(14 * minuteMs);
  await quotas.releaseLost();
  expect(await usedBy(quotas, reader)).toEqual({ messages: 1, tokens: 600 });
  clock.advance(2 * minuteMs);
  await Promise.all([quotas.releaseLost(), createNode({ user }).releaseLost()]);
  expect(await usedBy(quotas, reader)).toEqual({ messages: 0, tokens: 0 });
  // The server was only slow.
  await quotas.settle(lost, { outcome: "complete", tokens: { input: 90, output: 10 } });
  expect(await usedBy(quotas, reader)).toEqual({ messages: 0, tokens: 0 });
});

test("the last part of the server's day is for accounts", async () => {
  const quotas = createNode({ server: quota({ messages: 10 }) });
  const [asGuest, reader] = [await addReader({ isAnonymous: true }), await addReader()];
  for (let turn = 0; turn < 7; turn += 1) await ask(quotas, asGuest);
  expect(await refusal(ask(quotas, asGuest))).toMatchObject({ scope: "server", limit: 7, remaining: 0 });
  for (let turn = 0; turn < 3; turn += 1) await ask(quotas, reader);
  for (let turn = 0; turn < 2; turn += 1)
    expect(await refusal(ask(quotas, reader))).toMatchObject({ scope: "server", limit: 10, remaining: 0 });
  expect(quotas.warnings).toEqual([
    { who: "guests" },
    { quota: "messages", used: 8, limit: 10 },
    { who: "everybody" },
  ]);
  await database.db.deleteFrom("quotaUse").where("subject", "=", "server").execute();
});

test("where nothing is limited no address is kept and nobody waits for a counter of everybody", async () => {
  const quotas = createNode({});
  await ask(quotas, await addReader({ isAnonymous: true }));
  const shared = await database.db
    .selectFrom("quotaUse")
    .select("subject")
    .where("ownerId", "is", null)
    .execute();
  expect(shared).toEqual([]);
});

test("administrators have a quota of their own", async () => {
  const quotas = createNode({ user: quota({ messages: 0 }), admin: quota({ messages: 1 }) });
  const [reader, carol] = [await addReader(), await addReader({ role: "admin" })];
  expect(await refusal(ask(quotas, reader))).toMatchObject({ scope: "user", limit: 0, remaining: 0 });
  await ask(quotas, carol);
});

test("200 questions at once over two nodes pass no quota, and none of them waits for another for ever", async () => {
  const config = {
    guest: quota({ messages: 20 }),
    network: quota({ messages: 25 }),
    user: quota({ tokens: 3000 }),
    server: quota({ messages: 60 }),
  };
  const nodes = [createNode(config), createNode(config)];
  const guests = await Promise.all(Array.from({ length: 4 }, () => addReader({ isAnonymous: true })));
  const readers = await Promise.all(Array.from({ length: 4 }, () => addReader()));
  const everybody = [...guests, ...readers];
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const ownerId = everybody[index % everybody.length] ?? "";
      const node = nodes[index % 3 === 0 ? 1 : 0] ?? createNode(config);
      const answerId = await ask(node, ownerId, 100).catch((error) => {
        if (error instanceof QuotaExceededError) return undefined;
        throw error;
      });
      if (answerId && index % 2)
        await node.settle(answerId, { outcome: "complete", tokens: { input: 99, output: 1 } });
      return answerId ? ownerId : undefined;
    }),
  );
  const passed = outcomes.filter((ownerId) => ownerId !== undefined);
  expect(passed.length).toBe(60);
  expect(passed.filter((ownerId) => guests.includes(ownerId)).length).toBeLessThanOrEqual(25);
  const rows = await database.db.selectFrom("quotaUse").selectAll().where("subject", "=", "server").execute();
  expect(rows).toMatchObject([{ messages: 60, tokens: 6000 }]);
});

test("counters of past days leave", async () => {
  const quotas = createNode({ guest: user, network: quota({ messages: 1000 }) });
  const reader = await addReader({ isAnonymous: true });
  await ask(quotas, reader);
  const kept = async () =>
    (
      await database.db
        .selectFrom("quotaUse")
        .select("subject")
        .where("subject", "in", [reader, `network ${network}`])
        .execute()
    ).length;
  clock.advance(2 * 24 * 60 * minuteMs);
  await quotas.purge();
  expect(await kept()).toBe(2);
  clock.advance(24 * 60 * minuteMs);
  await quotas.purge();
  expect(await kept()).toBe(0);
});
