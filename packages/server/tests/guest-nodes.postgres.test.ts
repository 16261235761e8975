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
import { guestWithChats } from "./support/guests.ts";
import { alice, bob } from "./support/people.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const publicUrl = "http://localhost:7860";
const directory = mkdtempSync(join(tmpdir(), "bookplate-guest-nodes-"));
const secret = randomBytes(32).toString("base64");
let database: TestDatabase;
let nodes: RunningServer[];

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const ports = await Promise.all([findFreePort(), findFreePort()]);
  nodes = await Promise.all(
    ports.map((port) => {
      const settings = {
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        DATABASE_URL: database.url,
        BOOKPLATE_DATA_DIR: join(directory, String(port)),
        BOOKPLATE_SECRET: secret,
        BOOK_DIR: join(import.meta.dirname, "book"),
        EMAIL_VERIFICATION: "off",
        BCRYPT_COST: "10",
        LIMITS: "off",
      };
      return startServer(loadConfig(settings), createLog("fatal"));
    }),
  );
});
afterAll(async () => {
  await Promise.all(nodes.map((node) => node.close()));
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

/** Requests to one of the nodes, from the book's origin. */
function at(index: number): TestBrowser {
  const browser = createBrowser(`http://localhost:${nodes[index]?.port}`);
  const send: TestBrowser["send"] = (method, path, options) =>
    browser.send(method, path, { ...options, origin: publicUrl });
  return {
    cookies: browser.cookies,
    send,
    get: (path, options) => send("GET", path, options),
    post: (path, body = {}, options) => send("POST", path, { ...options, body }),
  };
}

let people = 0;
async function register(guestToken?: string): Promise<SessionAnswer> {
  const person = { ...bob, email: `reader-${++people}@example.org` };
  return (await at(0).post<SessionAnswer>("/auth/register", person, { accessToken: guestToken })).body;
}

/** A node that has taken the token for good refuses it after `act`, by itself. */
async function diesElsewhere({ accessToken }: SessionAnswer, act: () => Promise<unknown>): Promise<void> {
  expect((await at(1).get("/me", { accessToken })).status).toBe(200);
  await act();
  const refused = await waitUntil("a refusal at the other node", 60_000, async () => {
    const { status, body } = await at(1).get("/auth/session", { accessToken });
    return status === 200 ? undefined : { status, body };
  });
  expect(refused).toMatchObject({ status: 401, body: { code: "session-ended" } });
}

test("a guest's tokens are dead at every node after a merge", async () => {
  const session = await register();
  const guest = await guestWithChats(at(0), ["Merged"]);
  const body = { guestToken: guest.accessToken };
  await diesElsewhere(guest, () => at(0).post("/guests/claim", body, session));
});

test("a guest's tokens are dead at every node after a promotion", async () => {
  const guest = await guestWithChats(at(0), ["Promoted"]);
  await diesElsewhere(guest, () => register(guest.accessToken));
});

test("of claims by two accounts and a registration, at two nodes at once, one has the guest", async () => {
  for (let round = 0; round < 3; round++) {
    const claimers = await Promise.all([register(), register()]);
    const guest = await guestWithChats(at(0), ["Wanted"]);
    const guestToken = guest.accessToken;
    const email = `own-${round}@example.org`;
    const answers = await Promise.all([
      at(1).post<SessionAnswer>("/auth/register", { ...alice, email }, { accessToken: guestToken }),
      ...Array.from({ length: 8 }, (_, number) =>
        at(number % 2).post(
          "/guests/claim",
          { guestToken },
          { accessToken: claimers[number % 4 < 2 ? 0 : 1]?.accessToken },
        ),
      ),
    ]);
    for (const { status } of answers) expect([200, 201, 401, 409]).toContain(status);
    const [registered] = answers;
    const own = registered?.status === 201 ? [registered.body as SessionAnswer] : [];
    const lists = await Promise.all(
      [...claimers, ...own].map(({ accessToken }) =>
        at(0).get<{ items: unknown[] }>("/conversations", { accessToken }),
      ),
    );
    expect(lists.map(({ body }) => body.items.length).sort()).toEqual([
      ...Array(lists.length - 1).fill(0),
      1,
    ]);
  }
});
