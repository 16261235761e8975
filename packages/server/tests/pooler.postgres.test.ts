import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/log.ts";
import { type RunningServer, startServer } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser, type TestBrowser } from "./support/browser.ts";
import { guestWithChats, titlesOf } from "./support/guests.ts";
import { alice, bob } from "./support/people.ts";
import { type Pooler, startPgBouncer } from "./support/pgbouncer.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const publicUrl = "http://localhost:7860";
const directory = mkdtempSync(join(tmpdir(), "bookplate-pooler-"));
const secret = randomBytes(32).toString("base64");
let database: TestDatabase;
let pooler: Pooler;
let first: RunningServer;
let second: RunningServer;
/** It listens through the pooler. */
let deaf: RunningServer;

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  pooler = await startPgBouncer(database.url);
  const direct = { DATABASE_DIRECT_URL: database.url };
  [first, deaf] = await Promise.all([startNode(direct), startNode()]);
  // Nothing that the others did at their start keeps a later one waiting.
  second = await startNode(direct);
});
afterAll(async () => {
  await Promise.all([first, second, deaf].map((node) => node?.close()));
  await pooler?.stop();
  await database?.drop();
  rmSync(directory, { recursive: true, force: true });
});

async function startNode(settings: Record<string, string> = {}): Promise<RunningServer> {
  const port = await findFreePort();
  const config = loadConfig({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: pooler.url,
    BOOKPLATE_DATA_DIR: join(directory, String(port)),
    BOOKPLATE_SECRET: secret,
    BOOK_DIR: join(import.meta.dirname, "book"),
    EMAIL_VERIFICATION: "off",
    LIMITS: "off",
    BCRYPT_COST: "10",
    ...settings,
  });
  return startServer(config, createLog("fatal"));
}

/** Requests to one of the nodes, from the book's origin. */
function at(node: RunningServer): TestBrowser {
  const browser = createBrowser(`http://localhost:${node.port}`);
  const send: TestBrowser["send"] = (method, path, options) =>
    browser.send(method, path, { ...options, origin: publicUrl });
  return {
    cookies: browser.cookies,
    send,
    get: (path, options) => send("GET", path, options),
    post: (path, body = {}, options) => send("POST", path, { ...options, body }),
  };
}

const readiness = async (node: RunningServer) =>
  (await (await fetch(`http://localhost:${node.port}/readyz`)).json()) as Record<string, string>;

/** What a node that took the token for good says of it once its session has ended at the other. */
const refusalAt = (node: RunningServer, accessToken: string) =>
  waitUntil("a refusal", 60_000, async () => {
    const { status, body } = await at(node).get("/auth/session", { accessToken });
    return status === 200 ? undefined : { status, code: body.code };
  });

test("servers that begin together behind a pooler migrate an empty database once, and hear each other", async () => {
  expect([first, deaf, second].filter(({ migrationsApplied }) => migrationsApplied > 0)).toHaveLength(1);
  for (const node of [first, second])
    await waitUntil("the node hears the others", 60_000, async () => {
      const { notifications, jobs } = await readiness(node);
      return (notifications === "hearing" && jobs === "running") || undefined;
    });
});

test("readers who ask at once get different connections of a pooler, and everybody is answered", async () => {
  const { body } = await at(first).post<SessionAnswer>("/auth/register", { ...alice, delivery: "body" });
  const { accessToken, refreshToken } = body;
  const statuses = async (ask: (browser: TestBrowser) => Promise<{ status: number }>) => {
    const turns = Array.from({ length: 10 }, () => [ask(at(first)), ask(at(second))]);
    return new Set((await Promise.all(turns.flat())).map(({ status }) => status));
  };
  expect(await statuses((browser) => browser.get("/me", { accessToken }))).toEqual(new Set([200]));
  expect(await statuses((browser) => browser.post("/auth/refresh", { refreshToken }))).toEqual(
    new Set([200]),
  );
});

test("behind a pooler a guest asks, signs in with the chats, and is refused everywhere after signing out", async () => {
  const browser = at(first);
  expect((await browser.get("/book/search?q=cookies")).status).toBe(200);
  await at(second).post("/auth/register", bob);
  const guest = await guestWithChats(browser, ["A question"]);
  const { body: begun } = await browser.get<{ items: { id: string }[] }>("/conversations", guest);
  const question = { content: "Which cookies are set?" };
  const asked = await browser.post<string>(`/conversations/${begun.items[0]?.id}/messages`, question, guest);
  expect(asked.status).toBe(200);
  expect(asked.body).toContain('"type":"finish"');
  const { email, password } = bob;
  const signedIn = await browser.post<SessionAnswer>("/auth/login", { email, password }, guest);
  expect(signedIn.body.merged).toEqual({ conversations: 1 });
  const { accessToken } = signedIn.body;
  expect(await titlesOf({ browser: () => at(second) }, accessToken)).toEqual(["A question"]);
  expect((await at(deaf).get("/auth/session", { accessToken })).status).toBe(200);
  expect((await browser.post("/auth/logout")).status).toBe(204);
  for (const node of [second, deaf])
    expect(await refusalAt(node, accessToken)).toEqual({ status: 401, code: "session-ended" });
});

test("a server that listens through a pooler says that it is deaf", async () => {
  expect(await readiness(deaf)).toMatchObject({ notifications: "deaf" });
});
