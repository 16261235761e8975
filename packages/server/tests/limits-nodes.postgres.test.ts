import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deleteEnded } from "../src/limits/counter-queries.ts";
import { addressOf, from } from "./support/attacks.ts";
import { type CountingNodes, startCountingNodes } from "./support/counting-nodes.ts";
import { alice } from "./support/people.ts";

let nodes: CountingNodes;
beforeAll(async () => {
  nodes = await startCountingNodes({ EMAIL_VERIFICATION: "off" });
  await nodes.first.browser().post("/auth/register", alice);
});
afterAll(() => nodes.close());

const login = (node: CountingNodes["first"], password: string, address: string) =>
  node.browser().post("/auth/login", { email: alice.email, password }, from(address));

test("what comes to two servers at once is let in as often as to one", async () => {
  expect(await nodes.makeGuests(60, "203.0.113.1")).toBe(30);
  expect(await nodes.makeGuests(10, "203.0.113.1")).toBe(0);
  expect(await nodes.makeGuests(1, "203.0.113.2")).toBe(1);
  nodes.first.clock.advance(60_000);
  expect(await nodes.makeGuests(60, "203.0.113.1")).toBe(30);
});

test("a password that is right gives its point back, at whichever server", async () => {
  for (let turn = 0; turn < 24; turn += 1) {
    const node = turn % 2 === 0 ? nodes.first : nodes.second;
    expect((await login(node, alice.password, "203.0.113.3")).status).toBe(200);
  }
  for (let turn = 0; turn < 10; turn += 1)
    expect((await login(nodes.first, "a wrong password", "203.0.113.3")).status).toBe(401);
  expect((await login(nodes.second, "a wrong password", "203.0.113.3")).status).toBe(429);
});

test("counters in the database name networks and no account", async () => {
  const { db } = nodes.first.database;
  const { rows } = await sql<{ key: string }>`select key from limit_counter`.execute(db);
  const keys = rows.map(({ key }) => key).join("\n");
  expect(keys).toContain("guest 203.0.113.1/32");
  expect(keys).not.toContain(alice.email);
});

test("counters leave the database when their windows have ended, and not before", async () => {
  const { database, clock } = nodes.first;
  await nodes.makeGuests(1, "203.0.113.6");
  const keys = async () =>
    (await sql<{ key: string }>`select key from limit_counter`.execute(database.db)).rows;
  await deleteEnded(database.db, clock.now());
  expect(await keys()).toContainEqual({ key: "guest 203.0.113.6/32" });
  clock.advance(3_600_000);
  await deleteEnded(database.db, clock.now());
  expect(await keys()).toEqual([]);
});

test("a database that does not answer about limits closes nothing and opens nothing", async () => {
  const { db } = nodes.first.database;
  await sql`alter table limit_counter rename to limit_counter_away`.execute(db);
  const [here, there] = [addressOf(1), addressOf(2)];
  // Each server for itself.
  expect(await nodes.makeGuests(100, here)).toBe(60);
  expect(await nodes.makeGuests(1, there)).toBe(1);
  await sql`alter table limit_counter_away rename to limit_counter`.execute(db);
  await expect
    .poll(async () => {
      await nodes.makeGuests(2, addressOf(Math.floor(Math.random() * 60_000)));
      return nodes.log.filter(({ msg }) => msg.includes("is back")).length;
    })
    .toBeGreaterThanOrEqual(2);
});
