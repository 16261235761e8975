import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { loadConfig } from "../src/config/load.ts";
import { openDatabase } from "../src/database/database.ts";
import { createLog } from "../src/log.ts";
import { serveOn } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { commandIn } from "./support/command.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const secret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const publicUrl = "http://localhost:7860";
const minute = 60_000;
const heardWithinMs = 60_000;
const timeout = 120_000;

interface Node {
  readonly url: string;
  readonly clock: TestClock;
  close(): Promise<void>;
}

let directory: string;
let database: TestDatabase;
let nodes: Node[] = [];
let bookplate: ReturnType<typeof commandIn>;

async function startNode(): Promise<Node> {
  const port = await findFreePort();
  const config = loadConfig({
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    DATABASE_URL: database.url,
    // Mailboxes of their own, and one secret.
    BOOKPLATE_DATA_DIR: join(directory, String(port)),
    BOOKPLATE_SECRET: secret,
    BOOK_DIR: join(import.meta.dirname, "book"),
  });
  const clock = createTestClock();
  const running = await serveOn(await openDatabase(config.database), config, createLog("fatal"), clock);
  return { url: `http://localhost:${port}`, clock, close: () => running.close() };
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-keys-"));
  database = await createTestDatabase(inject("postgresUrl"));
  nodes = await Promise.all([startNode(), startNode()]);
  bookplate = commandIn(directory, { DATABASE_URL: database.url, BOOKPLATE_SECRET: secret });
}, timeout);
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

const at = (node: Node | undefined) => createBrowser(node?.url ?? "");
const look = async (node: Node | undefined, accessToken: string) =>
  (await at(node).get("/auth/session", { accessToken })).status;
const newGuest = async (node: Node | undefined) =>
  (await at(node).post<SessionAnswer>("/auth/guest", { delivery: "body" }, { origin: publicUrl })).body;
const kidOf = ({ accessToken }: SessionAnswer) => decodeProtectedHeader(accessToken).kid ?? "";

test("a key that a command removes is refused at every node, warm caches or not, and nobody is signed out", {
  timeout,
}, async () => {
  const [first, second] = nodes;
  const guest = await newGuest(first);
  for (const node of nodes) expect(await look(node, guest.accessToken)).toBe(200);

  const asked = await bookplate("keys", "remove", kidOf(guest));
  expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") });
  expect(await look(second, guest.accessToken)).toBe(200);

  const { code, stdout } = await bookplate("keys", "remove", kidOf(guest), "--yes", "--json");
  expect(code).toBe(0);
  const { signs } = JSON.parse(stdout) as { signs: string };
  for (const node of nodes)
    await waitUntil("the node has heard", heardWithinMs, async () =>
      (await look(node, guest.accessToken)) === 401 ? true : undefined,
    );
  const { refreshToken } = guest;
  const renewed = await at(second).post<SessionAnswer>(
    "/auth/refresh",
    { refreshToken },
    { origin: publicUrl },
  );
  expect(renewed.status).toBe(200);
  expect(kidOf(renewed.body)).toBe(signs);
  for (const node of nodes) expect(await look(node, renewed.body.accessToken)).toBe(200);
});

test("after a rotation old and new tokens pass at a node with a warm cache", { timeout }, async () => {
  const [first, second] = nodes;
  const before = await newGuest(first);
  expect(await look(second, before.accessToken)).toBe(200);
  const { stdout } = await bookplate("keys", "rotate", "--json");
  const { published } = JSON.parse(stdout) as { published: { kid: string } };
  const jwks = async (node: Node) =>
    (await at(node).get<{ keys: { kid: string }[] }>("/.well-known/jwks.json")).body.keys.map(
      ({ kid }) => kid,
    );
  for (const node of nodes)
    await waitUntil("the node publishes it", heardWithinMs, async () =>
      (await jwks(node)).includes(published.kid) ? true : undefined,
    );
  // One node's clock is ahead: it signs with a key that the other one knows already.
  first?.clock.advance(10 * minute);
  const after = await newGuest(first);
  expect(kidOf(after)).toBe(published.kid);
  for (const { accessToken } of [before, after]) expect(await look(first, accessToken)).toBe(200);
  expect(await look(second, before.accessToken)).toBe(200);
});
