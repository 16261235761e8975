import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { loadConfig } from "../src/config/load.ts";
import { openDatabase } from "../src/database/database.ts";
import { createLog } from "../src/log.ts";
import { type RunningServer, serveOn } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { readUsage, waitForNoon } from "./support/asking.ts";
import { createBrowser, type RequestOptions } from "./support/browser.ts";
import { createTestClock } from "./support/clock.ts";
import { patient } from "./support/database.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const questions = 200;
const limit = 37;
const publicUrl = "http://localhost:7860";
const directory = mkdtempSync(join(tmpdir(), "bookplate-quota-nodes-"));
let database: TestDatabase;
let nodes: RunningServer[];

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const clock = createTestClock();
  waitForNoon(clock);
  const ports = await Promise.all([findFreePort(), findFreePort()]);
  nodes = await Promise.all(
    ports.map(async (port) => {
      const config = loadConfig({
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        DATABASE_URL: database.url,
        BOOKPLATE_DATA_DIR: join(directory, String(port)),
        BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
        BOOK_DIR: join(import.meta.dirname, "book"),
        LIMITS: "off",
        QUOTA_GUEST: `${limit}/d`,
        QUOTA_SERVER: "1000/d",
      });
      return serveOn(patient(await openDatabase(config.database)), config, createLog("fatal"), clock);
    }),
  );
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const browserAt = (index: number) => createBrowser(`http://localhost:${nodes[index % 2]?.port}`);
const origin = publicUrl;

interface Copy {
  readonly conversations: readonly { readonly id: string; readonly messages: readonly unknown[] }[];
}

/** A node on a slow machine may have no connection left for a moment; then nothing was stored. */
async function postUntilServed<T>(index: number, path: string, body: object, options: RequestOptions) {
  for (;;) {
    const answer = await browserAt(index).post<T>(path, body, options);
    if (answer.status !== 503) return answer;
  }
}

test("200 questions at once at two nodes pass no guest's quota, and every refused one is nowhere", async () => {
  const { body } = await browserAt(0).post<SessionAnswer>("/auth/guest", { delivery: "body" }, { origin });
  const { accessToken } = body;
  const options = { accessToken, origin };
  const begun = await Promise.all(
    Array.from({ length: questions }, (_, index) =>
      postUntilServed<{ id: string }>(index, "/conversations", {}, options),
    ),
  );
  const question = { content: "Which cookies are set?" };
  const asked = await Promise.all(
    begun.map(({ body: { id } }, index) =>
      postUntilServed<{ code?: string }>(index, `/conversations/${id}/messages`, question, options),
    ),
  );
  expect(asked.filter(({ status }) => status === 200)).toHaveLength(limit);
  for (const { status, body } of asked.filter(({ status }) => status !== 200))
    expect([status, body.code]).toEqual([429, "quota-exceeded"]);

  const copy = await browserAt(0).get<Copy>("/me/export", options);
  const kept = new Map(copy.body.conversations.map(({ id, messages }) => [id, messages.length]));
  expect(begun.map(({ body: { id } }) => kept.get(id))).toEqual(
    asked.map(({ status }) => (status === 200 ? 2 : 0)),
  );
  const usage = await readUsage({ browser: () => browserAt(1) }, accessToken);
  expect(usage).toMatchObject([{ quota: "messages", used: limit, limit }]);
});
