import { socialProviderList } from "@better-auth/core/social-providers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterEach, expect, test, vi } from "vitest";
import {
  type KnownProviderConfig,
  type KnownProviderId,
  knownProviders,
} from "../config/identity-providers.ts";
import { Secret } from "../config/secret.ts";
import { createKnownProvider } from "./known-providers.ts";

const ids = Object.keys(knownProviders) as KnownProviderId[];

/** What the library takes no code challenge for; the book's page on providers names them. */
const withoutPkce: readonly KnownProviderId[] = [
  "discord",
  "facebook",
  "kakao",
  "linear",
  "linkedin",
  "naver",
  "notion",
  "reddit",
  "roblox",
  "slack",
  "tiktok",
  "twitch",
  "wechat",
];

const configOf = (id: KnownProviderId): KnownProviderConfig => ({
  kind: "known",
  id,
  name: knownProviders[id].name,
  clientId: "client-1",
  clientSecret: new Secret("client-secret"),
  accountsOf: id,
  extras: id === "cognito" ? { domain: "login.example.org", region: "eu-1", userPoolId: "pool-1" } : {},
});

const request = {
  state: "state-1",
  codeVerifier: "v".repeat(43),
  nonce: "nonce-1",
  redirectUri: "https://book.example.org/api/auth/callback/x",
};
const back = { code: "code-1", issuer: undefined, user: undefined, deviceId: undefined };

afterEach(() => vi.unstubAllGlobals());

/** Answers requests by the ends of their addresses, in the provider's stead. */
function answerInItsStead(answers: Readonly<Record<string, unknown>>): void {
  vi.stubGlobal("fetch", async (input: string | URL | Request) => {
    const address = input instanceof Request ? input.url : String(input);
    const found = Object.entries(answers).find(([end]) => address.split("?")[0]?.endsWith(end));
    return found ? Response.json(found[1]) : new Response(null, { status: 404 });
  });
}

test("every provider of the library has its settings, and there is none that it does not have", () => {
  expect(ids.toSorted()).toEqual([...socialProviderList].sort());
});

test.each(ids)("%s is reached with our state and our address, over https", async (id) => {
  const url = await createKnownProvider(configOf(id)).begin(request);
  expect(url.protocol).toBe("https:");
  expect(url.searchParams.get("state")).toBe("state-1");
  expect(url.searchParams.get("redirect_uri")).toBe(request.redirectUri);
  expect(url.href).toContain("client-1");
  expect(url.href).not.toContain("client-secret");
});

test("a code challenge goes along to every provider that takes one", async () => {
  const without: string[] = [];
  for (const id of ids) {
    const { searchParams } = await createKnownProvider(configOf(id)).begin(request);
    if (searchParams.get("code_challenge_method") !== "S256") without.push(id);
  }
  expect(without).toEqual(withoutPkce);
});

/** Google with a token endpoint and keys of ours. */
async function googleSays(claims: Record<string, unknown>, nonce = "nonce-1") {
  const { privateKey, publicKey } = await generateKeyPair("RS256");
  const idToken = await new SignJWT({
    sub: "g-1",
    email: "alice@example.org",
    email_verified: true,
    nonce,
    ...claims,
  })
    .setProtectedHeader({ alg: "RS256", kid: "1" })
    .setIssuer("https://accounts.google.com")
    .setAudience("client-1")
    .setIssuedAt()
    .setExpirationTime("5m")
    .sign(privateKey);
  answerInItsStead({
    "/token": { access_token: "at", id_token: idToken },
    "/certs": { keys: [{ ...(await exportJWK(publicKey)), kid: "1", alg: "RS256" }] },
  });
  return createKnownProvider(configOf("google")).finish(back, request);
}

test("Google's word counts when its id token is for this request", async () => {
  expect(await googleSays({ name: "Alice" })).toEqual({
    subject: "g-1",
    email: "alice@example.org",
    emailVerified: true,
    name: "Alice",
  });
  await expect(googleSays({}, "nonce-2")).rejects.toMatchObject({ code: "provider-failed" });
});

test.each([["true"], [1], [undefined], ["false"]])(
  "%j from Google does not vouch for an address",
  async (said) => {
    expect(await googleSays({ email_verified: said })).toMatchObject({ emailVerified: false });
  },
);

test.each([
  [true, true],
  [false, false],
  ["false", false],
])("GitHub vouches for an address that it calls verified: %j", async (verified, vouches) => {
  answerInItsStead({
    "/access_token": { access_token: "at", token_type: "bearer" },
    "/user": { id: 7, login: "alice", name: null, email: null },
    "/user/emails": [{ email: "alice@example.org", primary: true, verified }],
  });
  const identity = await createKnownProvider(configOf("github")).finish(back, request);
  expect(identity).toEqual({
    subject: "7",
    email: "alice@example.org",
    emailVerified: vouches,
    name: "alice",
  });
});

test.each([
  [1, true],
  [0, false],
  ["0", false],
  ["false", false],
])("Zoom vouches for an address that it calls verified: %j", async (verified, vouches) => {
  answerInItsStead({
    "/token": { access_token: "at" },
    "/users/me": { id: "z-1", email: "alice@example.org", verified, display_name: "Alice" },
  });
  const identity = await createKnownProvider(configOf("zoom")).finish(back, request);
  expect(identity).toMatchObject({ subject: "z-1", emailVerified: vouches });
});

test.each([
  [{ is_email_valid: true, is_email_verified: true }, true],
  [{ is_email_valid: true, is_email_verified: false }, false],
  [{ is_email_valid: "false", is_email_verified: "false" }, false],
  [{}, false],
])("Kakao vouches for an address that it calls valid and verified: %j", async (said, vouches) => {
  answerInItsStead({
    "/token": { access_token: "at" },
    "/user/me": { id: 8, kakao_account: { email: "alice@example.org", ...said } },
  });
  const identity = await createKnownProvider(configOf("kakao")).finish(back, request);
  expect(identity).toMatchObject({ subject: "8", emailVerified: vouches });
});

test("a provider that fails, refuses the code or says nothing is one problem, and never half an identity", async () => {
  const github = createKnownProvider(configOf("github"));
  for (const answers of [
    {},
    { "/access_token": { error: "bad_verification_code" } },
    { "/access_token": { access_token: "at" } },
  ]) {
    answerInItsStead(answers);
    await expect(github.finish(back, request)).rejects.toMatchObject({ code: "provider-failed" });
  }
});
