// The services that the book tells other back ends to copy, as they stand on its pages.
import { execFile } from "node:child_process";
import { createPublicKey, randomBytes } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";
import { nodeRecipe, pythonRecipe, type RecipeService, startRecipe } from "./support/recipe-service.ts";
import { type RunningServer, startServer } from "./support/running-server.ts";
import {
  type Deviation,
  hmacWith,
  newKey,
  startTokenIssuer,
  type TokenIssuer,
} from "./support/token-issuer.ts";

const minute = 60;
const now = () => Math.floor(Date.now() / 1000);

const recipes = [
  ["in Node", nodeRecipe],
  ["in Python", pythonRecipe],
] as const;

describe.each(recipes)("the service %s", (_language, recipe) => {
  let issuer: TokenIssuer;
  let service: RecipeService;
  beforeAll(async () => {
    issuer = await startTokenIssuer();
    service = await startRecipe(recipe, issuer.url, { INTROSPECTION_TOKEN: "asked by nobody here" });
  });
  afterAll(async () => {
    await service.stop();
    await issuer.stop();
  });

  const ask = async (token: string) => (await service.ask(`Bearer ${token}`)).status;

  test("says 503, not 401, while it has never been able to read the keys", async () => {
    issuer.setAway(true);
    expect(await ask(issuer.token())).toBe(503);
    issuer.setAway(false);
    expect(await ask(issuer.token())).toBe(200);
  });

  test("knows who asks by a good token", async () => {
    const answer = await service.ask(`Bearer ${issuer.token()}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      id: "01937b1c-8e21-7b90-a4d5-0c6e8f1a2b3d",
      guest: false,
      role: "user",
    });
  });

  const publicJwk = () => issuer.keys[0]?.jwk ?? newKey().jwk;
  const publicPem = () =>
    createPublicKey({ key: publicJwk(), format: "jwk" }).export({ format: "pem", type: "spki" }).toString();
  const stranger = newKey();

  test.each<[string, () => Deviation]>([
    ["another issuer", () => ({ claims: { iss: "https://book.example.com" } })],
    ["its issuer with a slash at the end", () => ({ claims: { iss: `${issuer.url}/` } })],
    ["no issuer", () => ({ claims: { iss: undefined } })],
    ["another audience", () => ({ claims: { aud: "https://book.example.com" } })],
    ["no audience", () => ({ claims: { aud: undefined } })],
    ["an end in the past", () => ({ claims: { iat: now() - 901, exp: now() - 1 } })],
    ["no end", () => ({ claims: { exp: undefined } })],
    ["no reader", () => ({ claims: { sub: undefined } })],
    [
      "a key that it is bound to",
      () => ({ claims: { cnf: { jkt: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" } } }),
    ],
    ["the type of an id token", () => ({ header: { typ: "JWT" } })],
    ["no type", () => ({ header: { typ: undefined } })],
    ["a list for a key's id", () => ({ header: { kid: [publicJwk().kid] } })],
    ["the key of a stranger under the issuer's id", () => ({ key: { ...stranger, jwk: publicJwk() } })],
    [
      "the key of a stranger in its header",
      () => ({
        key: { ...stranger, jwk: publicJwk() },
        header: { jwk: stranger.jwk },
      }),
    ],
    ["no signature and the algorithm none", () => ({ header: { alg: "none" }, sign: () => Buffer.alloc(0) })],
    ["no signature", () => ({ sign: () => Buffer.alloc(0) })],
    [
      "HS256 with the published key",
      () => ({
        header: { alg: "HS256" },
        sign: hmacWith(JSON.stringify(publicJwk())),
      }),
    ],
    [
      "HS256 with the published key in PEM",
      () => ({ header: { alg: "HS256" }, sign: hmacWith(publicPem()) }),
    ],
    ["HS256 with an empty secret", () => ({ header: { alg: "HS256" }, sign: hmacWith("") })],
    ["another algorithm's name over a right signature", () => ({ header: { alg: "ES384" } })],
  ])("refuses a token with %s", async (_what, deviate) => {
    const answer = await service.ask(`Bearer ${issuer.token(deviate())}`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer error="invalid_token"');
  });

  test("refuses what is no token, and a token that comes otherwise than as Bearer", async () => {
    const token = issuer.token();
    const [header, claims, signature] = token.split(".");
    const deep = Buffer.from("[".repeat(6000)).toString("base64url");
    for (const authorization of [
      undefined,
      "Bearer",
      "Bearer bpr_AQExAZN7HJ9efDqLfi9tHAqeVQAAAAEKem76jiNt2um3MNLK",
      `Bearer ${header}.${claims}`,
      `Bearer ${header}..${signature}`,
      `Bearer ${deep}.${claims}.${signature}`,
      `Basic ${Buffer.from(`reader:${token}`).toString("base64")}`,
      `DPoP ${token}`,
      token,
    ]) {
      const answer = await service.ask(authorization);
      expect(answer.status, authorization).toBe(401);
      expect(answer.headers.get("www-authenticate"), authorization).toMatch(/^Bearer/);
    }
    expect(service.output()).toBe("");
  });

  test("asks for the keys once a minute at most, however many ids strangers invent", async () => {
    service.moveClock(minute + 1);
    const before = issuer.asked();
    const invented = () => ask(issuer.token({ key: newKey() }));
    expect(await Promise.all(Array.from({ length: 20 }, invented))).toEqual(Array(20).fill(401));
    expect(issuer.asked()).toBe(before + 1);
    service.moveClock(minute - 5);
    await invented();
    expect(issuer.asked()).toBe(before + 1);
    service.moveClock(6);
    await invented();
    expect(issuer.asked()).toBe(before + 2);
  });

  test("accepts a new key as soon as it meets it, and the old one while it is published", async () => {
    const old = issuer.token();
    service.moveClock(minute + 1);
    issuer.keys.unshift(newKey());
    expect(await ask(issuer.token())).toBe(200);
    expect(await ask(old)).toBe(200);
  });

  test("refuses a key five minutes after it was removed, without meeting another", async () => {
    const token = issuer.token();
    expect(await ask(token)).toBe(200);
    issuer.keys.shift();
    service.moveClock(5 * minute + 1);
    expect(await ask(token)).toBe(401);
  });

  test("tells nobody that a good token is bad because the keys cannot be read", async () => {
    const token = issuer.token();
    service.moveClock(5 * minute + 1);
    issuer.setAway(true);
    for (const status of [await ask(token), await ask(token)]) expect([200, 503]).toContain(status);
    issuer.setAway(false);
    service.moveClock(5 * minute + 1);
    expect(await ask(token)).toBe(200);
  });
});

describe("beside a real server", () => {
  const introspectionToken = randomBytes(32).toString("hex");
  let server: RunningServer;
  beforeEach(async () => {
    server = await startServer({ INTROSPECTION_TOKEN: introspectionToken });
  });
  afterEach(() => server.stop());

  async function newGuest(): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/auth/guest`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ delivery: "body" }),
    });
    const { accessToken }: { accessToken: string } = await answer.json();
    return `Bearer ${accessToken}`;
  }

  async function runCommand(...given: string[]): Promise<void> {
    const command = join(repositoryRoot, "packages", "server", "bin", "bookplate.mjs");
    await promisify(execFile)(installedNode, [command, ...given], {
      cwd: server.environment.BOOK_DIR,
      env: server.environment,
    });
  }

  test.each(recipes)(
    "a service %s follows when signing keys are rotated, one is removed and the next one signs",
    async (_, recipe) => {
      const service = await startRecipe(recipe, server.url, { INTROSPECTION_TOKEN: introspectionToken });
      try {
        const before = await newGuest();
        expect((await service.ask(before)).status).toBe(200);
        const [header = ""] = before.replace("Bearer ", "").split(".");
        const { kid }: { kid: string } = JSON.parse(Buffer.from(header, "base64url").toString());
        await runCommand("keys", "rotate");
        expect((await service.ask(await newGuest())).status).toBe(200);
        await runCommand("keys", "remove", kid, "--yes");
        const after = await newGuest();
        service.moveClock(minute + 1);
        expect((await service.ask(after)).status).toBe(200);
        expect((await service.ask(before)).status).toBe(401);
      } finally {
        await service.stop();
      }
    },
  );

  test("a service that asks learns at once that a session has ended; one that does not, does not", async () => {
    const service = await startRecipe(pythonRecipe, server.url, { INTROSPECTION_TOKEN: introspectionToken });
    try {
      const authorization = await newGuest();
      const forget = async () => (await service.ask(authorization, "DELETE", "/notes")).status;
      expect(await forget()).toBe(200);
      await fetch(`${server.url}/api/v1/auth/logout`, { method: "POST", headers: { authorization } });
      expect(await forget()).toBe(401);
      expect((await service.ask(authorization)).status).toBe(200);
      await server.stop();
      expect(await forget()).toBe(503);
    } finally {
      await service.stop();
    }
  });
});
