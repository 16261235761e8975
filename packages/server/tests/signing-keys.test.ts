import { decodeProtectedHeader } from "jose";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { Keyring, type NamedSecret } from "../src/config/keyring.ts";
import { createLog } from "../src/log.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createSigningKeyRotation } from "../src/sessions/signing-key-rotation.ts";
import { createSigningKeys } from "../src/sessions/signing-keys.ts";
import type { TestBrowser } from "./support/browser.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const secret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const minute = 60_000;
const heardWithinMs = 60_000;

let server: TestServer;
let browser: TestBrowser;
let session: SessionAnswer;
beforeEach(async () => {
  server = await startTestServer({ BOOKPLATE_SECRET: secret });
  browser = server.browser();
  session = await newGuest();
});
afterEach(() => server.close());

const newGuest = async () =>
  (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
const look = (accessToken: string) => browser.get<{ code?: string }>("/auth/session", { accessToken });
const kidOf = ({ accessToken }: SessionAnswer) => decodeProtectedHeader(accessToken).kid ?? "";
const refresh = async ({ refreshToken }: SessionAnswer) =>
  await browser.post<SessionAnswer>("/auth/refresh", { refreshToken });

async function published(): Promise<string[]> {
  const { body } = await browser.get<{ keys: { kid: string }[] }>("/.well-known/jwks.json");
  return body.keys.map(({ kid }) => kid);
}

/** This node has heard of a change that a command made. */
const untilPublished = (kids: string[]) =>
  waitUntil("the keys", heardWithinMs, async () =>
    (await published()).toSorted().join() === kids.toSorted().join() ? true : undefined,
  );

async function rotate(): Promise<string> {
  const before = await published();
  const { kid = "" } = (await server.keys.rotateKeys()) ?? {};
  await untilPublished([...before, kid]);
  return kid;
}

test("the published keys may be kept for five minutes, have public members only, and name their use", async () => {
  const { headers, body } = await browser.get<{ keys: object[] }>("/.well-known/jwks.json");
  expect(headers.get("cache-control")).toBe("public, max-age=300");
  expect(headers.get("access-control-allow-origin")).toBe("*");
  for (const key of body.keys) {
    expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
    expect(key).toMatchObject({ alg: "ES256", use: "sig" });
  }
});

test("a new key is published before it signs, for longer than verifiers may keep the old list", async () => {
  const old = kidOf(session);
  const young = await rotate();
  server.clock.advance(9 * minute);
  expect(kidOf(await newGuest())).toBe(old);
  server.clock.advance(minute + 1000);
  expect(kidOf(await newGuest())).toBe(young);
});

test("after a rotation the tokens of both keys pass", async () => {
  const old = kidOf(session);
  await look(session.accessToken);
  const young = await rotate();
  server.clock.advance(10 * minute);
  const later = await newGuest();
  expect([old, young]).toEqual([kidOf(session), kidOf(later)]);
  for (const { accessToken } of [session, later]) expect((await look(accessToken)).status).toBe(200);
});

test("a second rotation while a key is waiting changes nothing", async () => {
  await rotate();
  expect(await server.keys.rotateKeys()).toBeUndefined();
  expect(await published()).toHaveLength(2);
});

test("a removed key's tokens are refused, verified ones too, and nobody is signed out", async () => {
  // From a page of the book, and from a back end: the shortest way.
  const origins = [server.url, null];
  const { accessToken } = session;
  const lookFrom = (origin: string | null) => browser.get("/auth/session", { accessToken, origin });
  for (const origin of origins) expect((await lookFrom(origin)).status).toBe(200);
  const { signs = "" } = (await server.keys.removeKey(kidOf(session))) ?? {};
  await untilPublished([signs]);
  for (const origin of origins)
    expect(await lookFrom(origin)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });

  const renewed = await refresh(session);
  expect(renewed.status).toBe(200);
  expect(kidOf(renewed.body)).toBe(signs);
  expect((await look(renewed.body.accessToken)).status).toBe(200);
});

test("when the key that signs is removed, the one that waits is called early", async () => {
  const young = await rotate();
  expect(await server.keys.removeKey(kidOf(session))).toEqual({ signs: young });
  await untilPublished([young]);
  expect(kidOf(await newGuest())).toBe(young);
});

test("removing a key that waits or only verifies leaves the signing one alone", async () => {
  const old = kidOf(session);
  const young = await rotate();
  expect(await server.keys.removeKey(young)).toEqual({ signs: old });
  await untilPublished([old]);
  expect((await look(session.accessToken)).status).toBe(200);
  const next = await rotate();
  server.clock.advance(10 * minute);
  expect(await server.keys.removeKey(old)).toEqual({ signs: next });
  await untilPublished([next]);
  expect((await look(session.accessToken)).status).toBe(401);
  expect(await server.keys.removeKey(old)).toBeUndefined();
});

test("commands that act at the same moment leave one key that signs, and one that waits", async () => {
  const { keys } = server;
  await Promise.all([
    keys.rotateKeys(),
    keys.rotateKeys(),
    keys.removeKey(kidOf(session)),
    keys.rotateKeys(),
  ]);
  const states = (await keys.listKeys()).map(({ state }) => state);
  expect(states.filter((state) => state === "signs")).toHaveLength(1);
  expect(states.filter((state) => state === "next").length).toBeLessThanOrEqual(1);
});

/** What another node is made of: it hears no notifications. */
const quiet = (...secrets: NamedSecret[]) => ({
  database: server.database.db,
  keyring: new Keyring(secrets),
  clock: server.clock,
  log: createLog("silent"),
  notifications: { subscribe: () => {}, send: async () => {} },
});

test("a node that lacks the newest secret signs with the key before, and verifies with both", async () => {
  const old = { id: "1", secret };
  const young = { id: "2", secret: "the next secret of this server, long enough" };
  const node = createSigningKeys(quiet(old));
  const { kid = "" } = (await createSigningKeyRotation(quiet(young, old)).rotate()) ?? {};
  server.clock.advance(10 * minute);
  await node.reload();
  expect(node.current().kid).toBe(kidOf(session));
  expect(node.has(kid)).toBe(true);
  const newer = createSigningKeys(quiet(young, old));
  await newer.reload();
  expect(newer.current().kid).toBe(kid);
});

test("a stored key that is damaged keeps nobody from hearing that another was removed", async () => {
  const { kid = "" } = (await server.keys.rotateKeys()) ?? {};
  await sql`update jwks set private_key = '1.x.y.z' where id = ${kid}::uuid`.execute(server.database.db);
  const node = createSigningKeys(quiet({ id: "1", secret }));
  await node.reload();
  expect(node.has(kid)).toBe(true);
  await server.keys.removeKey(kid);
  await node.reload();
  expect(node.has(kid)).toBe(false);
  expect(node.current().kid).toBe(kidOf(session));
});

test("a key that another node made quietly is found by its id, with one look in a minute for all strangers", async () => {
  const deps = quiet({ id: "1", secret });
  const other = createSigningKeyRotation(deps);
  const node = createSigningKeys(deps);
  await node.reload();
  expect(await node.find("01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55")).toBeUndefined();
  const { kid = "" } = (await other.rotate()) ?? {};
  expect(await node.find(kid)).toBeUndefined();
  server.clock.advance(minute);
  expect(await node.find(kid)).toBeDefined();
});
