import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { Secret } from "../src/config/secret.ts";
import { type OpenDatabase, openDatabase } from "../src/database/database.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { Answer } from "./support/browser.ts";
import { createTestClock } from "./support/clock.ts";
import { patient } from "./support/database.ts";
import { type PostgresServer, startPostgresServer, startReplicaOf } from "./support/postgres-server.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { startTcpProxy, type TcpProxy } from "./support/tcp-proxy.ts";

const second = 1000;
const day = 24 * 60 * 60 * second;
const timeoutMs = 60_000;

let primary: PostgresServer;
let replica: PostgresServer | undefined;
let proxy: TcpProxy;
let database: OpenDatabase;
let server: TestServer;
beforeEach(async () => {
  primary = await startPostgresServer();
  proxy = await startTcpProxy(primary.url);
  const url = new Secret(proxy.url);
  database = patient(await openDatabase({ kind: "postgres", url, directUrl: url }));
  await migrateToLatest(database.db);
  server = await startTestServer({}, { database, clock: createTestClock() });
  server.clock.standStill();
});
afterEach(async () => {
  await server?.close();
  await database?.close();
  await proxy?.close();
  await replica?.stop();
  replica = undefined;
  await primary?.stop();
});

async function openSession(): Promise<string> {
  const { body } = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
  return body.refreshToken ?? "";
}

/** What the database says, as soon as there is one. */
function refresh(refreshToken: string): Promise<Answer<SessionAnswer & { code?: string }>> {
  return waitUntil("an answer of the database", timeoutMs, async () => {
    const answer = await server
      .browser()
      .post<SessionAnswer & { code?: string }>("/auth/refresh", { refreshToken }, { origin: null });
    return answer.status === 503 ? undefined : answer;
  });
}

async function turn(refreshToken: string): Promise<string> {
  server.clock.advance(61 * second);
  const { body } = await refresh(refreshToken);
  expect(body.refreshToken).not.toBe(refreshToken);
  return body.refreshToken ?? "";
}

test("a replica that lacks a recovery takes no late request for a theft, and makes turns again a minute later", async () => {
  const old = await openSession();
  const token = await turn(old);
  server.clock.advance(61 * second);
  replica = await startReplicaOf(primary);
  const recovered = await refresh(old);
  expect(recovered.body.refreshToken).toBe(token);

  proxy.leadTo(replica.url);
  await server.browser().get("/auth/session", { accessToken: recovered.body.accessToken });
  // Of one tab the answer has arrived, another one's request is still under way.
  for (const presented of [old, token, old, token]) {
    expect(await refresh(presented)).toMatchObject({ status: 200, body: { refreshToken: token } });
  }
  expect(await turn(token)).not.toBe(token);
  server.clock.advance(31 * second);
  expect((await refresh(old)).body).toMatchObject({ code: "refresh-reused" });
});

test("a replica that lacks a turn lets the session go on as if it had not taken over", async () => {
  const old = await openSession();
  server.clock.advance(29.9 * day);
  replica = await startReplicaOf(primary);
  const token = await turn(old);
  proxy.leadTo(replica.url);
  server.clock.advance(day);
  expect(await refresh(token)).toMatchObject({ status: 200, body: { refreshToken: token } });
  expect(await turn(token)).not.toBe(token);
});
