import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
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
  await takeDatabaseAway();
  const browser = server.browser();
  for (const answer of [
    await browser.post("/auth/refresh", { refreshToken: session.refreshToken }),
    await browser.post("/auth/login", { email: alice.email, password: alice.password }),
    await browser.get("/me", { accessToken: session.accessToken }),
  ]) {
    expect(answer).toMatchObject({ status: 503, body: { code: "database-unavailable" } });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(JSON.stringify(answer.body)).not.toMatch(/select|postgres|127\.0\.0\.1/i);
  }
  expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  // A token says who somebody is without the database.
  expect((await browser.get("/auth/session", { accessToken: session.accessToken })).status).toBe(200);

  await operator.query(`alter database ${name} allow_connections true`);
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect((await browser.post("/auth/refresh", { refreshToken: session.refreshToken })).status).toBe(200);
});
