import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf } from "./support/attacks.ts";
import { type CountingNodes, startCountingNodes } from "./support/counting-nodes.ts";
import { type RedisServer, startRedisServer } from "./support/redis-server.ts";

let redis: RedisServer;
let nodes: CountingNodes;
beforeAll(async () => {
  redis = await startRedisServer();
  nodes = await startCountingNodes({ REDIS_URL: redis.url });
});
afterAll(async () => {
  await nodes.close();
  await redis.stop();
});

const said = (words: string) => nodes.log.filter(({ msg }) => msg.includes(words));

test("two servers that have a Redis count there, and not in the database", async () => {
  expect(await nodes.makeGuests(60, "203.0.113.1")).toBe(30);
  expect(await nodes.makeGuests(10, "203.0.113.1")).toBe(0);
  const { rows } = await sql`select key from limit_counter`.execute(nodes.first.database.db);
  expect(rows).toEqual([]);
});

test("a Redis that is ended opens nothing and closes nothing, and counts again when it is there again", async () => {
  expect(await nodes.makeGuests(30, "203.0.113.2")).toBe(30);
  await redis.stop();
  // What they know of the address they still know; of one they do not know each lets in as many as it would alone.
  expect(await nodes.makeGuests(10, "203.0.113.1")).toBe(0);
  expect(await nodes.makeGuests(100, "203.0.113.3")).toBe(60);
  expect(await nodes.makeGuests(100, "203.0.113.3")).toBe(0);
  expect(said("is away")).toMatchObject([
    { level: 40, store: "Redis" },
    { level: 40, store: "Redis" },
  ]);

  await redis.start();
  let more = 0;
  await expect
    .poll(async () => {
      await nodes.makeGuests(2, addressOf(more++));
      return said("is back").length;
    })
    .toBe(2);
  expect(said("is away")).toHaveLength(2);
  expect(await nodes.makeGuests(60, "203.0.113.4")).toBe(30);
  expect(nodes.written()).not.toContain(new URL(redis.url).password);
});
