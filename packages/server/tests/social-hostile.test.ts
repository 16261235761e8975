import type { ServerResponse } from "node:http";
import { generateKeyPair } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type HostileProvider, sendJson, startHostileProvider } from "./support/hostile-provider.ts";
import { beginSignIn, comeBack, settingsOf } from "./support/providers.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let provider: HostileProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await startHostileProvider();
  server = await startTestServer(settingsOf(provider));
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  provider.profile = {};
});

const seconds = () => Math.floor(Date.now() / 1000);

/** What an honest id token says. */
const honest = (nonce: string) => ({
  iss: provider.issuer,
  aud: provider.clientId,
  sub: "victor-1",
  nonce,
  iat: seconds(),
  exp: seconds() + 300,
  email: "victor@example.org",
  email_verified: true,
  name: "Victor",
});

type Claims = Record<string, unknown>;

/** Begins, lets the token endpoint answer, and comes back. @returns what the page's fragment says */
async function comeBackWith(
  answer: (response: ServerResponse, nonce: string, form: URLSearchParams) => unknown,
) {
  const browser = server.browser();
  const url = new URL((await beginSignIn(browser)).url);
  const nonce = url.searchParams.get("nonce") ?? "";
  const state = url.searchParams.get("state") ?? "";
  provider.onToken((response, form) => answer(response, nonce, form));
  const query = new URLSearchParams({ code: "a-code", state });
  const { values } = await comeBack(browser, `${server.url}/api/auth/callback/oidc?${query}`);
  return { browser, values, challenge: url.searchParams.get("code_challenge") };
}

const withIdToken = (sign: (claims: ReturnType<typeof honest>) => Promise<string> | string) =>
  comeBackWith(async (response, nonce) =>
    sendJson(response, { access_token: "at", token_type: "Bearer", id_token: await sign(honest(nonce)) }),
  );

test("an honest answer signs in: this provider is not refused for what it is", async () => {
  const { browser, values } = await withIdToken((claims) => provider.sign(claims));
  expect((await browser.post("/auth/social", { code: values.code })).status).toBe(200);
});

test("every request has its own state, nonce and code challenge by SHA-256", async () => {
  const [one, other] = await Promise.all([beginSignIn(server.browser()), beginSignIn(server.browser())]);
  const [first, second] = [one, other].map(({ url }) => new URL(url).searchParams);
  expect(first?.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce", "code_challenge"]) {
    expect(first?.get(name)).toMatch(/^[\w-]{43}$/);
    expect(first?.get(name)).not.toBe(second?.get(name));
  }
});

test.each<[string, (claims: Claims) => Claims]>([
  ["of another issuer", (claims) => ({ ...claims, iss: "https://evil.example" })],
  ["for another client", (claims) => ({ ...claims, aud: "another-client" })],
  [
    "for several clients, handed to another",
    (claims) => ({ ...claims, aud: ["bookplate", "other"], azp: "other" }),
  ],
  [
    "for several clients, handed to nobody in particular",
    (claims) => ({ ...claims, aud: ["bookplate", "other"] }),
  ],
  ["for another request", (claims) => ({ ...claims, nonce: "another" })],
  ["without a nonce", ({ nonce, ...claims }) => claims],
  ["that has expired", (claims) => ({ ...claims, iat: seconds() - 900, exp: seconds() - 300 })],
  ["that never ends", ({ exp, ...claims }) => claims],
  ["that begins later", (claims) => ({ ...claims, nbf: seconds() + 600 })],
  ["that names nobody", ({ sub, ...claims }) => claims],
  ["with an empty name for somebody", (claims) => ({ ...claims, sub: "" })],
  ["with a number for somebody", (claims) => ({ ...claims, sub: 7 })],
])("an id token %s is not believed", async (_name, change) => {
  const { values } = await withIdToken((claims) => provider.sign(change(claims)));
  expect(values).toEqual({ provider: "oidc", problem: "provider-failed" });
});

test.each<[string, (claims: Claims) => Promise<string> | string]>([
  ["unsigned", (claims) => provider.unsigned(claims)],
  [
    "signed by another key under the same name",
    async (claims) => provider.sign(claims, { key: (await generateKeyPair("ES256")).privateKey }),
  ],
  [
    "signed by a key that nobody published",
    async (claims) =>
      provider.sign(claims, { key: (await generateKeyPair("ES256")).privateKey, header: { kid: "2" } }),
  ],
  [
    "signed with the client's secret",
    (claims) =>
      provider.sign(claims, {
        key: new TextEncoder().encode("secret".padEnd(32, "0")),
        header: { alg: "HS256" },
      }),
  ],
  ["cut", async (claims) => (await provider.sign(claims)).slice(0, -10)],
  ["no token at all", () => "a.b.c"],
  ["empty", () => ""],
])("an id token that is %s is not believed", async (_name, sign) => {
  const { values } = await withIdToken(sign);
  expect(values).toEqual({ provider: "oidc", problem: "provider-failed" });
});

test.each<[string, (response: ServerResponse) => unknown]>([
  ["fails", (response) => response.writeHead(500).end("oops")],
  ["refuses the code", (response) => sendJson(response, { error: "invalid_grant" }, 400)],
  ["says something that is no JSON", (response) => response.writeHead(200).end("<html>")],
  ["says a list", (response) => sendJson(response, [])],
  [
    "says nothing about who it is",
    (response) => sendJson(response, { access_token: "at", token_type: "Bearer" }),
  ],
  ["sends elsewhere", (response) => response.writeHead(302, { location: "http://localhost:1/" }).end()],
  ["hangs up", (response) => response.destroy()],
  [
    "answers without end",
    (response) => {
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(64 * 1024)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
  ],
])("a token endpoint that %s is survived, and said", async (_name, answer) => {
  const { values } = await comeBackWith(answer);
  expect(values).toEqual({ provider: "oidc", problem: "provider-failed" });
});

test("a profile of somebody else is not believed", async () => {
  provider.profile = { sub: "somebody-else", email: "victor@example.org", email_verified: true };
  const { values } = await withIdToken(({ email, email_verified, name, ...claims }) => provider.sign(claims));
  expect(values).toEqual({ provider: "oidc", problem: "provider-failed" });
});

test("the code goes out with what its challenge was made of, and the secret in the header", async () => {
  let sent: URLSearchParams | undefined;
  const { challenge } = await comeBackWith((response, _nonce, form) => {
    sent = form;
    sendJson(response, {});
  });
  const { createHash } = await import("node:crypto");
  const verifier = sent?.get("code_verifier") ?? "";
  expect(createHash("sha256").update(verifier).digest("base64url")).toBe(challenge);
  expect(sent?.has("client_secret")).toBe(false);
  expect(sent?.get("redirect_uri")).toBe(`${server.url}/api/auth/callback/oidc`);
});

test("an answer in another provider's name is not taken", async () => {
  const browser = server.browser();
  const state = new URL((await beginSignIn(browser)).url).searchParams.get("state") ?? "";
  const query = new URLSearchParams({ code: "a-code", state, iss: "https://evil.example" });
  const { values } = await comeBack(browser, `${server.url}/api/auth/callback/oidc?${query}`);
  expect(values).toEqual({ provider: "oidc", problem: "provider-failed" });
});

test.each<[string, Claims]>([
  ["calls itself by another name", { issuer: "https://evil.example" }],
  ["has its tokens in the open", { token_endpoint: "http://evil.example/token" }],
  ["has no keys", { jwks_uri: undefined }],
])("a provider whose document %s is not used", async (_name, metadata) => {
  const other = await startHostileProvider();
  other.metadata = metadata;
  const second = await startTestServer(settingsOf(other));
  try {
    const { status, body } = await second.browser().post("/auth/social/oidc");
    expect(status).toBe(503);
    expect(body.code).toBe("provider-failed");
    // It is asked again, as soon as it is right.
    other.metadata = {};
    expect((await second.browser().post("/auth/social/oidc")).status).toBe(200);
  } finally {
    await second.close();
    await other.close();
  }
});
