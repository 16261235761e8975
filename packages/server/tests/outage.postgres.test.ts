import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let operator: pg.Client;
let name: string;
beforeAll(async () => {
  server = await startTestServer();
  operator = new pg.Client({ connectionString: inject("postgresUrl") });
  await operator.connect();
  if (server.database.kind !== "postgres") throw new Error("This file is about Postgres.");
  name = new URL(server.database.url.reveal()).pathname.slice(1);
});
afterAll(async () => {
  await operator.query(`alter database ${name} allow_connections true`);
  await server.close();
  await operator.end();
});

/** Ends every connection to the server's database, and lets no new one in. */
async function takeDatabaseAway(): Promise<void> {
  await operator.query(`alter database ${name} allow_connections false`);
  await operator.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
}

test("while the database is away the answer is 503, nobody is signed out, and afterwards everything goes on", async () => {
  const session = await registerAndVerify(server, alice, { delivery: "body" });
  const holder = await createKeyHolder(server);
  const { body: bound } = await holder.send<SessionAnswer>("POST", "/auth/guest", {
    body: { delivery: "body" },
  });
  const refreshBound = { body: { refreshToken: bound.refreshToken } };
  await takeDatabaseAway();
  const browser = server.browser();
  for (const answer of [
    await browser.post("/auth/refresh", { refreshToken: session.refreshToken }),
    await browser.post("/auth/login", { email: alice.email, password: alice.password }),
    await browser.get("/me", { accessToken: session.accessToken }),
    await holder.send("POST", "/auth/refresh", refreshBound),
    // Nobody can tell whether the proof was used before.
    await holder.send("GET", "/auth/session", bound),
  ]) {
    expect(answer).toMatchObject({ status: 503, body: { code: "database-unavailable" } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toMatch(/select|postgres|127\.0\.0\.1/i);
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  // A second later nobody knows any more what has been revoked: neither a yes nor a no.
  const askForFacts = () => browser.get("/auth/session", { accessToken: session.accessToken });
  const statuses = new Set<number>();
  await expect
    .poll(async () => {
      const { status } = await askForFacts();
      statuses.add(status);
      return status;
    })
    .toBe(503);
  expect(await askForFacts()).toMatchObject({ status: 503, body: { code: "database-unavailable" } });
  expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);

  await operator.query(`alter database ${name} allow_connections true`);
  await expect
    .poll(async () => (await fetch(`${server.url}/readyz`)).json())
    .toMatchObject({ status: "ok", notifications: "hearing" });
  expect((await askForFacts()).status).toBe(200);
  expect((await browser.post("/auth/refresh", { refreshToken: session.refreshToken })).status).toBe(200);
  expect((await holder.send("POST", "/auth/refresh", refreshBound)).status).toBe(200);
});
