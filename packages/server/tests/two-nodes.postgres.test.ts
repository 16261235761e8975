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
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const nodes = 4;
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
        BOOKPLATE_DATA_DIR: directory,
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
