import { expect, onTestFinished, test } from "vitest";
import { createBoundFetch, createMemoryVault, type Vault } from "./dpop.ts";
import type { Account } from "./shapes.ts";
import {
  alice,
  bob,
  guest,
  json,
  type Play,
  type PlayingServer,
  problem,
  startPlayingServer,
} from "./tests/playing-server.ts";

interface Device {
  readonly server: PlayingServer;
  readonly vault: Vault;
  readonly send: typeof fetch;
  /** Calls the API as the client does. */
  readonly post: (path: string, body?: object) => Promise<Response>;
  /** What was sent in the headers, call by call. */
  readonly headers: Headers[];
}

async function openDevice(): Promise<Device> {
  const server = await startPlayingServer();
  onTestFinished(() => server.close());
  const headers: Headers[] = [];
  const vault = createMemoryVault();
  const recorded: typeof fetch = (input, init) => {
    headers.push(new Headers(init?.headers));
    return fetch(input, init);
  };
  const send = createBoundFetch({ baseUrl: server.url, vault, fetch: recorded });
  const post = (path: string, body: object = {}) =>
    send(`${server.url}/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return { server, vault, send, post, headers };
}

let made = 0;
function session(account: Account, more: object = {}): object {
  made++;
  return { accessToken: `bound-${made}`, tokenType: "DPoP", refreshToken: `bpr_${made}`, account, ...more };
}
const plays =
  (body: object, status = 200): Play =>
  (_, response) =>
    json(response, status, body);
const claimsOf = (headers: Headers | undefined) =>
  JSON.parse(Buffer.from(headers?.get("dpop")?.split(".")[1] ?? "", "base64url").toString());

/** An answer that the test gives when it likes. */
function held(body: object): { play: Play; asked: Promise<void>; answer: () => void } {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  return {
    asked: arrived.promise,
    answer: released.resolve,
    play: (_, response) => {
      arrived.resolve();
      void released.promise.then(() => json(response, 200, body));
    },
  };
}

const refuse =
  (nonce: string, error = "use_dpop_nonce"): Play =>
  (_, response) => {
    response.setHeader("dpop-nonce", nonce);
    response.setHeader("www-authenticate", `DPoP error="${error}", algs="ES256"`);
    problem(response, 401, "unauthenticated");
  };

test("a sign-in asks for its session in the body, and the next refresh presents what came", async () => {
  const { server, vault, post } = await openDevice();
  const signedIn = session(alice);
  server.next("POST /auth/login", plays(signedIn));
  await post("/auth/login", { email: "alice@example.org", delivery: "cookie" });
  expect(server.received.at(-1)?.body).toMatchObject({ email: "alice@example.org", delivery: "body" });
  expect(signedIn).toMatchObject({ refreshToken: await vault.read("refreshToken") });
  const refreshed = session(alice);
  server.next("POST /auth/refresh", plays(refreshed));
  await post("/auth/refresh");
  expect(signedIn).toMatchObject(server.received.at(-1)?.body ?? {});
  expect(refreshed).toMatchObject({ refreshToken: await vault.read("refreshToken") });
});

test("an address is proven by the proof of its registration, which is kept until then", async () => {
  const { server, vault, post } = await openDevice();
  server.next("POST /auth/register", plays({ status: "verification-required", registrationProof: "p" }, 202));
  await post("/auth/register", { email: "alice@example.org", delivery: "cookie" });
  server.next("POST /auth/verify-email", plays({ status: "verified", session: session(alice) }));
  await post("/auth/verify-email", { token: "t", delivery: "cookie" });
  expect(server.received.at(-1)?.body).toEqual({ token: "t", registrationProof: "p", delivery: "body" });
  expect(await vault.read("registrationProof")).toBeNull();
  expect(await vault.read("refreshToken")).toMatch(/^bpr_/);
});

test("only tokens of bound sessions are sent as DPoP; whoever brings one of their own means it", async () => {
  const { server, send, post, headers } = await openDevice();
  server.next("POST /auth/login", plays(session(alice, { accessToken: "mine" })));
  await post("/auth/login", { delivery: "cookie" });
  server.always("GET /me", plays({}));
  for (const token of ["mine", "another"]) {
    await send(new Request(`${server.url}/api/v1/me?a=b`, { headers: { authorization: `Bearer ${token}` } }));
  }
  expect(headers.at(-2)?.get("authorization")).toBe("DPoP mine");
  expect(claimsOf(headers.at(-2))).toMatchObject({ htm: "GET", htu: `${server.url}/api/v1/me` });
  expect(headers.at(-1)?.get("dpop") ?? null).toBeNull();
  expect(server.received.at(-1)?.authorization).toBe("Bearer another");
});

test("a nonce is learned from a refusal, which is repeated once, and from any other answer", async () => {
  const { server, send, post, headers } = await openDevice();
  server.next("POST /auth/login", refuse("first"));
  server.next("POST /auth/login", (_, response) => {
    response.setHeader("dpop-nonce", "second");
    json(response, 200, session(alice, { accessToken: "mine" }));
  });
  expect((await post("/auth/login", { delivery: "cookie" })).status).toBe(200);
  expect(headers.map((sent) => claimsOf(sent).nonce)).toEqual([undefined, "first"]);
  const authorization = { authorization: "Bearer mine" };
  const address = `${server.url}/api/v1/notes`;
  server.always("PUT /notes", refuse("third"));
  expect((await send(address, { method: "PUT", headers: authorization, body: "{}" })).status).toBe(401);
  expect(headers.slice(2).map((sent) => claimsOf(sent).nonce)).toEqual(["second", "third"]);
  expect(new Set(headers.map((sent) => claimsOf(sent).jti)).size).toBe(headers.length);
});

test("a refusal that is not about the proof is not repeated", async () => {
  const { server, post } = await openDevice();
  server.next("POST /auth/login", refuse("first", "invalid_token"));
  expect((await post("/auth/login", { delivery: "cookie" })).status).toBe(401);
  expect(server.count("POST /auth/login")).toBe(1);
});

test("a stream is not sent twice", async () => {
  const { server, send, post, headers } = await openDevice();
  server.next("POST /auth/login", plays(session(alice, { accessToken: "mine" })));
  await post("/auth/login", { delivery: "cookie" });
  server.next("PUT /notes", refuse("n"));
  const body = new Blob(['"x"']).stream();
  const init = { method: "PUT", headers: { authorization: "Bearer mine" }, body, duplex: "half" };
  expect((await send(`${server.url}/api/v1/notes`, init)).status).toBe(401);
  expect(headers).toHaveLength(2);
});

test("the server's word ends what is kept; a proof that does not count and a network that fails do not", async () => {
  const { server, vault, post } = await openDevice();
  server.next("POST /auth/login", plays(session(alice)));
  await post("/auth/login", { delivery: "cookie" });
  const kept = await vault.read("refreshToken");
  server.next("POST /auth/refresh", (_, response) => problem(response, 401, "unauthenticated"));
  await post("/auth/refresh");
  server.next("POST /auth/refresh", (_, response) => problem(response, 503, "database-unavailable"));
  await post("/auth/refresh");
  server.next("POST /auth/refresh", (_, response) => void response.destroy());
  await expect(post("/auth/refresh")).rejects.toThrow(TypeError);
  expect(await vault.read("refreshToken")).toBe(kept);
  server.next("POST /auth/refresh", (_, response) => problem(response, 401, "refresh-invalid"));
  await post("/auth/refresh");
  expect(await vault.read("refreshToken")).toBeNull();
});

test("a late answer to a refresh, a guest or a sign-out leaves a faster sign-in alone", async () => {
  const { server, vault, post } = await openDevice();
  server.next("POST /auth/login", plays(session(alice)));
  await post("/auth/login", { delivery: "cookie" });
  for (const [path, body] of [
    ["/auth/refresh", session(alice)],
    ["/auth/guest", session(guest)],
    ["/auth/logout", {}],
  ] as const) {
    const late = held(body);
    server.next(`POST ${path}`, late.play);
    const answered = post(path, { delivery: "cookie" });
    await late.asked;
    const faster = session(bob);
    server.next("POST /auth/login", plays(faster));
    await post("/auth/login", { delivery: "cookie" });
    late.answer();
    await answered;
    expect(faster, path).toMatchObject({ refreshToken: await vault.read("refreshToken") });
  }
});

test("a sign-out presents the refresh token, and nothing is left but the key", async () => {
  const { server, vault, post } = await openDevice();
  server.next("POST /auth/login", plays(session(alice)));
  await post("/auth/login", { delivery: "cookie" });
  const refreshToken = await vault.read("refreshToken");
  await post("/auth/logout");
  expect(server.received.at(-1)?.body).toEqual({ refreshToken });
  expect(await vault.read("refreshToken")).toBeNull();
});
