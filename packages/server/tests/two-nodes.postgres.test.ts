import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/log.ts";
import { type RunningServer, startServer } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { createKeyHolder } from "./support/dpop.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const nodes = 5;
const publicUrl = "http://localhost:7860";
const directory = mkdtempSync(join(tmpdir(), "bookplate-nodes-"));
let database: TestDatabase;
let running: RunningServer[];

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const ports = await Promise.all(Array.from({ length: nodes }, findFreePort));
  running = await Promise.all(
    ports.map((port) => {
      const settings = {
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        DATABASE_URL: database.url,
        // Mailboxes of their own, and one secret.
        BOOKPLATE_DATA_DIR: join(directory, String(port)),
        BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
        BOOK_DIR: join(import.meta.dirname, "book"),
      };
      return startServer(loadConfig(settings), createLog("fatal"));
    }),
  );
});
afterAll(async () => {
  await Promise.all(running.map((node) => node.close()));
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const browserAt = (index: number) => createBrowser(`http://localhost:${running[index]?.port}`);

test("nodes that start together on an empty database migrate it once and share one signing key", async () => {
  expect(
    running.map(({ migrationsApplied }) => migrationsApplied).reduce((sum, count) => sum + count),
  ).toBeGreaterThan(0);
  expect(running.filter(({ migrationsApplied }) => migrationsApplied > 0)).toHaveLength(1);
  const published = await Promise.all(
    running.map((_, index) => browserAt(index).get("/.well-known/jwks.json")),
  );
  for (const { body } of published) expect(body).toEqual(published[0]?.body);
  expect(published[0]?.body.keys).toHaveLength(1);
});

test("a session that began at one node goes on at another", async () => {
  const guest = await browserAt(0).post<SessionAnswer>(
    "/auth/guest",
    { delivery: "body" },
    { origin: publicUrl },
  );
  expect(guest.status).toBe(201);
  const elsewhere = browserAt(1);
  expect((await elsewhere.get("/me", { accessToken: guest.body.accessToken })).status).toBe(200);
  const { refreshToken } = guest.body;
  const refreshed = await elsewhere.post<SessionAnswer>(
    "/auth/refresh",
    { refreshToken },
    { origin: publicUrl },
  );
  expect(refreshed).toMatchObject({ status: 200, body: { account: { id: guest.body.account.id } } });
});

test("a proof that was used at one node counts at no other, and of all nodes at once it counts at one", async () => {
  const holder = await createKeyHolder({ url: publicUrl, clock: { now: () => new Date() } });
  const address = (path: string) => `${publicUrl}/api/v1${path}`;
  const guest = await browserAt(0).post<SessionAnswer>(
    "/auth/guest",
    { delivery: "body" },
    { origin: publicUrl, headers: { dpop: await holder.prove("POST", address("/auth/guest")) } },
  );
  const { accessToken, refreshToken } = guest.body;
  const headers = async () => ({
    authorization: `DPoP ${accessToken}`,
    dpop: await holder.prove("GET", address("/me"), accessToken),
  });
  const once = { headers: await headers() };
  expect((await browserAt(0).get("/me", once)).status).toBe(200);
  expect((await browserAt(1).get("/me", once)).status).toBe(401);

  for (let round = 0; round < 10; round++) {
    const shared = { headers: await headers() };
    const answers = await Promise.all(running.map((_, index) => browserAt(index).get("/me", shared)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: nodes - 1 }, () => 401),
    ]);
  }
  const refresh = {
    origin: publicUrl,
    headers: { dpop: await holder.prove("POST", address("/auth/refresh")) },
  };
  const refreshed = await Promise.all(
    running.map((_, index) => browserAt(index).post("/auth/refresh", { refreshToken }, refresh)),
  );
  expect(refreshed.map(({ status }) => status).toSorted()).toEqual([
    200,
    ...Array.from({ length: nodes - 1 }, () => 401),
  ]);
});
