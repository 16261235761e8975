import { expect, onTestFinished, test } from "vitest";
import { NetworkError } from "../errors.ts";
import { openBrowser } from "../tests/browser.ts";
import { hangUp, json, type Play, type PlayingServer, startPlayingServer } from "../tests/playing-server.ts";

const credentials = { email: "alice@example.org", password: "lantern orchard velvet nine" };
const ok: Play = ({ body }, response) => json(response, 200, { body });
const refuse =
  (challenge?: string, body: object = { error: "no" }): Play =>
  (_, response) => {
    if (challenge !== undefined) response.setHeader("www-authenticate", challenge);
    json(response, 401, body);
  };
const invalidToken = 'Bearer realm="notes", error="invalid_token"';

const tokensOf = (server: PlayingServer, call: string) =>
  server.received.filter((entry) => entry.call === call).map(({ authorization }) => authorization);

async function openNotes() {
  const browser = await openBrowser();
  const { server } = browser;
  for (const call of ["GET /notes", "POST /notes"]) server.always(call, ok);
  return { ...browser, client: browser.openTab(), notes: `${server.url}/notes` };
}

async function openStranger() {
  const stranger = await startPlayingServer();
  onTestFinished(stranger.close);
  stranger.always("GET /notes", ok);
  return stranger;
}

test("the author's API is told who reads: nobody, then the guest, then the account", async () => {
  const { server, client, notes } = await openNotes();
  await client.fetch(notes);
  await client.ensureGuest();
  await client.fetch(new URL(notes));
  await client.auth.login(credentials);
  await client.fetch(new Request(notes, { headers: { accept: "application/json" } }));
  expect(tokensOf(server, "GET /notes")).toEqual([undefined, "Bearer token-1", "Bearer token-2"]);
});

test.each([
  ["by a service of another make", refuse(invalidToken, { code: "E-17" })],
  ["without a reason", refuse("Bearer")],
  ["as token-stale", refuse(undefined, { code: "token-stale" })],
  ["as unauthenticated", refuse("Bearer", { code: "unauthenticated" })],
])("a token refused %s is refreshed once and the call repeated once, with its body", async (_, play) => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.next("POST /notes", play);
  const response = await client.fetch(notes, { method: "POST", body: '{"text":"a"}' });
  expect(await response.json()).toEqual({ body: { text: "a" } });
  expect(tokensOf(server, "POST /notes")).toEqual(["Bearer token-1", "Bearer token-2"]);

  server.next("POST /notes", play);
  server.next("POST /notes", play);
  const request = new Request(notes, { method: "POST", body: '{"text":"b"}' });
  expect((await client.fetch(request)).status).toBe(401);
  expect(server.received.filter(({ call }) => call === "POST /notes").at(-1)?.body).toEqual({ text: "b" });
  expect(server.count("POST /auth/refresh")).toBe(2);
});

test.each([
  ["a wrong password", refuse("Bearer", { code: "invalid-credentials" })],
  ["something else in another service", refuse('Basic realm="notes"')],
  ["too few rights", refuse('Bearer error="insufficient_scope"')],
])("a 401 for %s stands, and can still be read", async (_, play) => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.next("GET /notes", play);
  const response = await client.fetch(notes);
  expect(response.status).toBe(401);
  expect(await response.json()).toBeTypeOf("object");
  expect(server.count("POST /auth/refresh")).toBe(0);
});

test("calls that are refused together share one refresh", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.refuseTokens("token-expired");
  const answers = await Promise.all(Array.from({ length: 8 }, () => client.fetch(notes)));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("a refusal that arrives after somebody else's refresh needs none of its own", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  let refuseLate: (() => void) | undefined;
  server.next("GET /notes", (received, response) => {
    refuseLate = () => refuse(invalidToken)(received, response);
  });
  const slow = client.fetch(notes);
  await expect.poll(() => refuseLate).toBeDefined();
  server.refuseTokens("token-expired");
  expect((await client.fetch(notes)).status).toBe(200);
  refuseLate?.();
  expect((await slow).status).toBe(200);
  expect(server.count("POST /auth/refresh")).toBe(1);
});

test("a stream is not sent twice, and the next call has a good token", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.refuseTokens("token-expired");
  const body = new Blob(['{"text":"a"}']).stream();
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  expect((await client.fetch(notes, init)).status).toBe(401);
  expect(server.count("POST /notes")).toBe(1);
  expect((await client.fetch(notes)).status).toBe(200);
  expect(server.count("GET /notes")).toBe(1);
});

test("when the session has ended, the refusal stands and the reader is told", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.reader = null;
  server.refuseTokens("session-ended");
  expect((await client.fetch(notes)).status).toBe(401);
  expect(client.getSnapshot()).toMatchObject({ status: "guest", endedBecause: "session-ended" });
});

test("the token never reaches a stranger's server, not even by a redirect", async () => {
  const { server, client, notes } = await openNotes();
  const stranger = await openStranger();
  await client.auth.login(credentials);
  await client.fetch(`${stranger.url}/notes`);
  server.next("GET /notes", (_, response) =>
    response.writeHead(307, { location: `${stranger.url}/notes` }).end(),
  );
  await client.fetch(notes);
  expect(tokensOf(stranger, "GET /notes")).toEqual([undefined, undefined]);
  expect(await client.tokenFor(`${stranger.url}/notes`)).toBeNull();
  expect(await client.tokenFor(server.url.replace("http://", "//"))).toBeNull();
  expect(await client.tokenFor("data:text/plain,notes")).toBeNull();
});

test("an origin that the author names gets the token, and its like does not", async () => {
  const { openTab } = await openNotes();
  const own = await openStranger();
  const client = openTab({ apiOrigins: [own.url] });
  await client.auth.login(credentials);
  await client.fetch(`${own.url}/notes`);
  expect(tokensOf(own, "GET /notes")).toEqual(["Bearer token-1"]);
  expect(await client.tokenFor(`${own.url}.evil.example/notes`)).toBeNull();
  expect(await client.tokenFor(own.url.replace("http:", "https:"))).toBeNull();
});

test("credentials that a call brings along stay its own", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.next("GET /notes", refuse(invalidToken));
  const response = await client.fetch(notes, { headers: { authorization: "Basic YTpi" } });
  expect(response.status).toBe(401);
  expect(tokensOf(server, "GET /notes")).toEqual(["Basic YTpi"]);
});

test("a refusal resolves as with fetch, a lost connection rejects with our error", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.next("GET /notes", (_, response) => json(response, 500, {}));
  expect((await client.fetch(notes)).status).toBe(500);
  server.next("GET /notes", hangUp);
  await expect(client.fetch(notes)).rejects.toThrow(NetworkError);
});

test("without a word from the server nobody is taken for signed out", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.refuseTokens("token-expired");
  server.next("POST /auth/refresh", hangUp);
  server.next("POST /auth/refresh", hangUp);
  await expect(client.fetch(notes)).rejects.toThrow(NetworkError);
  expect(client.getSnapshot().status).toBe("user");
});

test("whoever gives up does not wait for a refresh", async () => {
  const { server, client, notes } = await openNotes();
  await client.auth.login(credentials);
  server.refuseTokens("token-expired");
  const caller = new AbortController();
  const reason = new Error("left the page");
  server.next("POST /auth/refresh", () => caller.abort(reason));
  await expect(client.fetch(notes, { signal: caller.signal })).rejects.toBe(reason);
});
