import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { type NodeProcess, startNodeProcess } from "./support/node-process.ts";
import { type PostgresServer, startPostgresServer } from "./support/postgres-server.ts";
import { startTcpProxy, type TcpProxy } from "./support/tcp-proxy.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const publicUrl = "http://localhost:7860";
const promisedMs = 1_000;

let postgres: PostgresServer;
let database: TestDatabase;
let proxy: TcpProxy;
let operator: pg.Client;
let settings: Record<string, string>;
let first: NodeProcess;
let second: NodeProcess;

// A Postgres of their own: one test restarts it.
beforeAll(async () => {
  postgres = await startPostgresServer();
  database = await createTestDatabase(postgres.url);
  proxy = await startTcpProxy(database.url);
  operator = await connectOperator();
  // The tests' Postgres forgets the last moments when it crashes; this one is to keep its promises.
  await operator.query(
    `alter database ${new URL(database.url).pathname.slice(1)} set synchronous_commit = on`,
  );
  settings = {
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    BOOKPLATE_SECRET: randomBytes(32).toString("base64"),
  };
  [first, second] = await Promise.all([
    startNodeProcess(settings),
    startNodeProcess({ ...settings, DATABASE_DIRECT_URL: proxy.url }),
  ]);
});
afterAll(async () => {
  await Promise.all([first?.stop(), second?.stop()]);
  await operator?.end();
  await proxy?.close();
  await postgres?.stop();
});

async function connectOperator(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  // A restart ends it, as it ends all others.
  client.on("error", () => {});
  await client.connect();
  return client;
}

async function startSession(): Promise<SessionAnswer> {
  const guest = { delivery: "body" };
  const { status, body } = await first
    .browser()
    .post<SessionAnswer>("/auth/guest", guest, { origin: publicUrl });
  expect(status).toBe(201);
  expect(await statusAt(second, body)).toBe(200);
  return body;
}

async function endSession({ refreshToken }: SessionAnswer): Promise<void> {
  const answer = await first.browser().post("/auth/logout", { refreshToken }, { origin: publicUrl });
  expect(answer.status).toBe(204);
}

async function askAt(node: NodeProcess, { accessToken }: SessionAnswer) {
  const { status, body } = await node.browser().get("/auth/session", { accessToken });
  return { status, code: body.code };
}

const statusAt = async (node: NodeProcess, session: SessionAnswer) => (await askAt(node, session)).status;

/** @returns how long the second node went on accepting it after the first had said that it was ended */
async function refusedAfterMs(session: SessionAnswer): Promise<number> {
  await endSession(session);
  const endedAt = performance.now();
  await expect
    .poll(() => askAt(second, session), { interval: 2 })
    .toEqual({ status: 401, code: "session-ended" });
  return performance.now() - endedAt;
}

/** Of several rounds, so that one pause of the machine says nothing. */
async function typicalRefusalMs(
  rounds: number,
  before: () => Promise<void> = async () => {},
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const session = await startSession();
    await before();
    times.push(await refusedAfterMs(session));
  }
  const sorted = times.sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}

const untilNotifications = (node: NodeProcess, expected: "hearing" | "deaf") =>
  expect.poll(async () => (await node.readiness())?.notifications).toBe(expected);

async function cutListeners(): Promise<void> {
  await untilNotifications(second, "hearing");
  const { rowCount } = await operator.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'bookplate-listener'`,
  );
  expect(rowCount).toBeGreaterThan(0);
}

describe("a session that ends at one node", () => {
  test("is refused at the other within a second", async () => {
    await untilNotifications(second, "hearing");
    expect(await typicalRefusalMs(25)).toBeLessThan(promisedMs);
  });

  test("is refused there also when its connection for notifications is cut at that moment", async () => {
    expect(await typicalRefusalMs(9, cutListeners)).toBeLessThan(promisedMs);
    await untilNotifications(second, "hearing");
  });

  test("is refused there although that connection is half open and reports no error", async () => {
    const ended = [await startSession(), await startSession()] as const;
    const living = await startSession();
    proxy.goSilent();
    await refusedAfterMs(ended[0]);
    await untilNotifications(second, "deaf");
    // Deaf, it asks the database: at once, and for each session by itself.
    await endSession(ended[1]);
    expect(await askAt(second, ended[1])).toEqual({ status: 401, code: "session-ended" });
    expect(await statusAt(second, living)).toBe(200);
    expect(await typicalRefusalMs(5)).toBeLessThan(promisedMs);

    proxy.speak();
    await untilNotifications(second, "hearing");
    for (const session of ended) expect(await statusAt(second, session)).toBe(401);
    expect(await typicalRefusalMs(5)).toBeLessThan(promisedMs);
    expect(await statusAt(second, living)).toBe(200);
  });

  test("is refused there although hundreds end together, which no message can name", async () => {
    const session = await startSession();
    const copies = await operator.query(
      `insert into session (id, token, user_id, expires_at, absolute_expires_at, auth_time, delivery, refreshed_at,
         created_at, updated_at)
       select gen_random_uuid(), gen_random_uuid()::text, user_id, expires_at, absolute_expires_at, auth_time, delivery,
         refreshed_at, created_at, updated_at
       from session, generate_series(1, 400) where user_id = $1`,
      [session.account.id],
    );
    expect(copies.rowCount).toBe(400);
    const { refreshToken } = session;
    const everywhere = { refreshToken, everywhere: true };
    await first.browser().post("/auth/logout", everywhere, { origin: publicUrl });
    await expect.poll(() => statusAt(second, session), { interval: 2 }).toBe(401);
    const { rows } = await operator.query("select count(*)::int as left from session where user_id = $1", [
      session.account.id,
    ]);
    expect(rows).toEqual([{ left: 0 }]);
  });
});

test("a node that listens at the wrong place notices that, and refuses what has ended all the same", async () => {
  const third = await startNodeProcess({ ...settings, DATABASE_DIRECT_URL: postgres.url });
  try {
    await untilNotifications(third, "deaf");
    const [living, ended] = [await startSession(), await startSession()];
    await endSession(ended);
    expect(await askAt(third, ended)).toEqual({ status: 401, code: "session-ended" });
    expect(await statusAt(third, living)).toBe(200);
  } finally {
    await third.stop();
  }
});

test("a node whose database has gone silent answers 503, and goes on when it speaks again", async () => {
  const way = await startTcpProxy(database.url);
  const third = await startNodeProcess({ ...settings, DATABASE_URL: way.url });
  try {
    await untilNotifications(third, "hearing");
    const session = await startSession();
    way.goSilent();
    await expect.poll(() => askAt(third, session)).toEqual({ status: 503, code: "database-unavailable" });
    way.speak();
    await untilNotifications(third, "hearing");
    expect(await statusAt(third, session)).toBe(200);
  } finally {
    await way.close();
    await third.stop();
  }
});

test("after Postgres has restarted nobody is signed out, and what ends is refused everywhere again", async () => {
  const living = await startSession();
  const ended = await startSession();
  await endSession(ended);
  const { rows } = await operator.query<{ pid: number }>("select pg_backend_pid() as pid");
  const { promise: died, resolve } = Promise.withResolvers<void>();
  operator.once("end", resolve);
  // A process of Postgres that is killed makes it end all others and start anew.
  process.kill(rows[0]?.pid ?? 0, "SIGKILL");
  await died;

  const seen = new Set<number>();
  operator = await waitUntil("Postgres is back", 60_000, async () => {
    for (const node of [first, second]) seen.add(await statusAt(node, living));
    return connectOperator().catch(() => undefined);
  });
  for (const node of [first, second]) {
    await untilNotifications(node, "hearing");
    expect(await statusAt(node, living)).toBe(200);
  }
  // Neither a yes nor a no while nobody could know.
  expect([...seen].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(await statusAt(second, ended)).toBe(401);
  expect(await typicalRefusalMs(5)).toBeLessThan(promisedMs);
  const { refreshToken } = living;
  const refreshed = await second.browser().post("/auth/refresh", { refreshToken }, { origin: publicUrl });
  expect(refreshed.status).toBe(200);
});
