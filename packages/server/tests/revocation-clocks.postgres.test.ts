import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { loadConfig } from "../src/config/load.ts";
import { createContext } from "../src/context.ts";
import { openDatabase } from "../src/database/database.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { createLog } from "../src/log.ts";
import { openTransport } from "../src/mail/open-transport.ts";
import { serveOn } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const publicUrl = "http://localhost:7860";
const secret = randomBytes(32).toString("base64");
const minute = 60_000;
const log = createLog("fatal");
const directory = mkdtempSync(join(tmpdir(), "bookplate-clocks-"));
const closers: (() => Promise<void>)[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

function configFor(port: number) {
  return loadConfig({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    BOOKPLATE_DATA_DIR: directory,
    BOOKPLATE_SECRET: secret,
    BOOK_DIR: join(import.meta.dirname, "book"),
    LIMITS: "off",
  });
}

/** A node whose clock is this far ahead of the right time. */
async function startNode(aheadMs: number) {
  const port = await findFreePort();
  const config = configFor(port);
  const clock = createTestClock();
  clock.advance(aheadMs);
  const server = await serveOn(await openDatabase(config.database), config, log, clock);
  closers.push(server.close);
  const browser = createBrowser(`http://localhost:${port}`);
  return {
    clock,
    post: <T>(path: string, body: unknown) => browser.post<T>(path, body, { origin: publicUrl }),
    ask: async (accessToken: string) => {
      const { status, body } = await browser.get("/auth/session", { accessToken });
      return { status, code: body.code, role: body.role };
    },
  };
}

/** The parts of a node without its HTTP: what an administrator's act will call. */
async function startParts(clock: TestClock) {
  const config = configFor(1);
  const opened = await openDatabase(config.database);
  const context = createContext(
    config,
    { database: opened, ...(await openTransport(config.mail, { directory, clock })) },
    log,
    clock,
  );
  await context.start();
  closers.push(async () => {
    await context.stop();
    await opened.close();
  });
  return {
    changeRole: (userId: string, role: "user" | "admin") =>
      inTransaction(opened.db, async (trx, afterCommit) => {
        await sql`update "user" set role = ${role}, is_anonymous = false where id = ${userId}`.execute(trx);
        await context.sessions.raiseEpoch(trx, afterCommit, userId);
      }),
  };
}

test("no old role survives a change while refreshes are in flight on nodes whose clocks are apart", async () => {
  const [behind, ahead] = [await startNode(-2_500), await startNode(2_500)];
  const { changeRole } = await startParts(behind.clock);

  let racedWith = 0;

  for (let round = 0; round < 25; round++) {
    const { body: started } = await ahead.post<SessionAnswer>("/auth/guest", { delivery: "body" });
    const userId = started.account.id;
    await changeRole(userId, "admin");
    const { body: session } = await ahead.post<SessionAnswer>("/auth/refresh", {
      refreshToken: started.refreshToken,
    });
    expect(await ahead.ask(session.accessToken)).toMatchObject({ status: 200, role: "admin" });

    const inFlight = Array.from({ length: 8 }, (_, index) =>
      (index % 2 === 0 ? ahead : behind).post<SessionAnswer>("/auth/refresh", {
        refreshToken: session.refreshToken,
      }),
    );
    const [answers] = await Promise.all([Promise.all(inFlight), changeRole(userId, "user")]);

    for (const { body } of answers) {
      for (const node of [ahead, behind]) {
        await expect
          .poll(async () => (await node.ask(body.accessToken)).role ?? "stale", { interval: 5 })
          .not.toBe("admin");
      }
      const { role, code } = await ahead.ask(body.accessToken);
      expect(role ?? code).toBe(body.account.role === "admin" ? "token-stale" : "user");
    }
    racedWith += new Set(answers.map(({ body }) => body.account.role)).size - 1;
    const { body: renewed } = await behind.post<SessionAnswer>("/auth/refresh", {
      refreshToken: session.refreshToken,
    });
    expect(await ahead.ask(renewed.accessToken)).toMatchObject({ status: 200, role: "user" });
  }
  // In some rounds the change fell between the refreshes; otherwise this test would prove little.
  expect(racedWith).toBeGreaterThan(0);
});

test("no token survives the end of its session while refreshes are in flight on another node", async () => {
  const [behind, ahead] = [await startNode(-2_500), await startNode(2_500)];
  for (let round = 0; round < 25; round++) {
    const { body: session } = await ahead.post<SessionAnswer>("/auth/guest", { delivery: "body" });
    const refreshToken = session.refreshToken;
    ahead.clock.advance(2 * minute);
    behind.clock.advance(2 * minute);
    const answers = await Promise.all([
      ...Array.from({ length: 6 }, () => ahead.post<SessionAnswer>("/auth/refresh", { refreshToken })),
      behind.post("/auth/logout", { refreshToken }),
    ]);
    for (const { body } of answers as { body: Partial<SessionAnswer> }[]) {
      const { accessToken } = body;
      if (accessToken === undefined) continue;
      for (const node of [ahead, behind])
        await expect.poll(() => node.ask(accessToken), { interval: 5 }).toMatchObject({ status: 401 });
    }
    expect(await ahead.post("/auth/refresh", { refreshToken })).toMatchObject({ status: 401 });
  }
});

test("a node whose clock is behind still refuses the last token of a node whose clock is ahead", async () => {
  const [slow, fast] = [await startNode(-30_000), await startNode(30_000)];
  const { body: session } = await fast.post<SessionAnswer>("/auth/guest", { delivery: "body" });
  await slow.post("/auth/logout", { refreshToken: session.refreshToken });
  await expect.poll(() => fast.ask(session.accessToken)).toMatchObject({ code: "session-ended" });

  // The right time: the token is over where it was made, and has another half minute at the slow node.
  const passed = 15 * minute + 15_000;
  slow.clock.advance(passed);
  expect(await slow.ask(session.accessToken)).toMatchObject({ status: 401, code: "session-ended" });
  const restarted = await startNode(-30_000 + passed);
  expect(await restarted.ask(session.accessToken)).toMatchObject({ status: 401, code: "session-ended" });
});
