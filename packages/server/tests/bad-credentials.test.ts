import { generateKeyPairSync } from "node:crypto";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { signToken } from "./support/forged-tokens.ts";
import { bob } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { secretOfServer, startWatchedServer, type WatchedServer } from "./support/watched-server.ts";

let watched: WatchedServer;
let server: TestServer;
let session: SessionAnswer;
beforeAll(async () => {
  watched = await startWatchedServer();
  ({ server, session } = watched);
});
beforeEach(() => watched.watch());
afterAll(() => watched.close());

describe("with a reader's own cookie and token, but not from the reader", () => {
  interface Operation {
    readonly method: string;
    readonly path: string;
    readonly methods: readonly string[];
    /** Only with an access token. */
    readonly guarded: boolean;
  }

  const changingMethods = new Set(["POST", "PUT", "PATCH", "DELETE"]);

  /** Everything that changes something, by the document. */
  async function listChanging(): Promise<Operation[]> {
    const { body } = await server
      .browser()
      .get<{ paths: Record<string, Record<string, { security?: object[] }>> }>("/openapi.json");
    return Object.entries(body.paths).flatMap(([address, operations]) => {
      const methods = Object.keys(operations).map((method) => method.toUpperCase());
      const path = address.replace(/\{\w+\}/, "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55");
      return methods
        .filter((method) => changingMethods.has(method))
        .map((method) => {
          const { security = [] } = operations[method.toLowerCase()] ?? {};
          const guarded = security.length > 0 && security.every((way) => "accessToken" in way);
          return { method, path, methods, guarded };
        });
    });
  }

  const cookie = () => `bookplate=${session.refreshToken}`;

  test("a page of another site changes nothing, by any route", async () => {
    const changing = await listChanging();
    expect(changing.length).toBeGreaterThan(12);
    for (const { method, path } of changing) {
      for (const origin of ["https://evil.example", "null", `${server.url}.evil.example`]) {
        const headers = { cookie: cookie(), authorization: `Bearer ${session.accessToken}` };
        const answer = await server.browser().send(method, path, { body: {}, headers, origin });
        // A mail program presses its button from a page of its own; the address in the letter is what it shows.
        const refusal = path === "/mail/unsubscribe" ? 400 : 403;
        expect({ method, path, status: answer.status }).toEqual({ method, path, status: refusal });
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    await watched.expectNothingHappened();
  });

  test("the cookie alone opens nothing but its two routes", async () => {
    const guarded = (await listChanging()).filter((operation) => operation.guarded);
    expect(guarded.length).toBeGreaterThan(12);
    for (const { method, path } of guarded) {
      const answer = await server.browser().send(method, path, { body: {}, headers: { cookie: cookie() } });
      expect({ method, path, status: answer.status }).toEqual({ method, path, status: 401 });
    }
    await watched.expectNothingHappened();
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "a form of type %s signs nobody in and nobody out",
    async (type) => {
      const credentials = JSON.stringify({ email: bob.email, password: bob.password });
      for (const path of ["/auth/login", "/auth/register", "/auth/logout", "/auth/refresh"]) {
        for (const origin of [null, "https://evil.example", server.url]) {
          const answer = await server.browser().post(path, credentials, {
            origin,
            headers: { cookie: cookie(), "content-type": type },
          });
          expect([403, 415], path).toContain(answer.status);
          expect(answer.headers.getSetCookie()).toEqual([]);
        }
      }
      await watched.expectNothingHappened();
    },
  );

  test("no other method stands in for the one that changes something", async () => {
    for (const { method, path, methods } of await listChanging()) {
      for (const sent of ["GET", "HEAD", "POST", "PUT"]) {
        if (methods.includes(sent) || (sent === "HEAD" && methods.includes("GET"))) continue;
        const answer = await server.browser().send(sent, `${path}?_method=${method}`, {
          headers: {
            cookie: cookie(),
            authorization: `Bearer ${session.accessToken}`,
            "x-http-method-override": method,
            "x-http-method": method,
            "x-method-override": method,
          },
        });
        expect({ sent, path, status: answer.status }).toEqual({ sent, path, status: 405 });
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    }
    await watched.expectNothingHappened();
  });
});

const ownKey = generateKeyPairSync("ec", { namedCurve: "P-256" });

test("who presents nonsense makes the database do nothing", async () => {
  const claims = decodeJwt(session.accessToken);
  const unknownKey = { alg: "ES256", typ: "at+jwt", kid: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55" };
  const accessTokens = [
    `${session.accessToken}A`,
    signToken(ownKey.privateKey, unknownKey, claims),
    watched.signByServer({ ...claims, aud: "https://evil.example" }),
  ];
  const rounds = 50;
  const queries = await watched.countQueries(async () => {
    for (let round = 0; round < rounds; round += 1) {
      for (const accessToken of accessTokens)
        expect((await server.browser().post("/conversations", {}, { accessToken })).status).toBe(401);
      const refreshToken = `${session.refreshToken?.slice(0, -4)}AAAA`;
      expect((await server.browser().post("/auth/refresh", { refreshToken })).status).toBe(401);
    }
  });
  // One look for the unknown key, and what the server does by itself meanwhile: fewer than if one of the four asked each time.
  expect(queries).toBeLessThan(rounds);
});

test("nothing works with what another server made, not even one with the same secret and database", async () => {
  const other = await startTestServer();
  const namesake = await startTestServer(
    { BOOKPLATE_SECRET: secretOfServer },
    { database: server.database, clock: server.clock },
  );
  try {
    for (const { browser } of [other, namesake]) {
      const refresh = { refreshToken: session.refreshToken };
      expect((await browser().post("/auth/refresh", refresh, { origin: null })).body).toMatchObject({
        code: "refresh-invalid",
      });
      expect((await browser().get("/me", { accessToken: session.accessToken })).status).toBe(401);
      await browser().post("/auth/logout", refresh, { origin: null });
    }
  } finally {
    await namesake.close();
    await other.close();
  }
  const queries = await watched.countQueries(async () => {
    expect((await server.browser().get("/me", { accessToken: session.accessToken })).status).toBe(200);
  });
  expect(queries).toBeGreaterThan(0);
});
