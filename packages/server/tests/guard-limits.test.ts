// How often the guard of authors lets somebody ask; the tokens are those of a real Bookplate.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createGuardAt } from "../src/guard/guard.ts";
import type { Requirement } from "../src/guard/options.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { type GuardedService, startOnHono, startOnNode } from "./support/guarded-service.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const limits = {
  notes: { points: 3, windowSeconds: 60, key: "account" },
  asking: { points: 5, windowSeconds: 60, key: "address" },
} as const;
type Limit = keyof typeof limits;

let server: TestServer;
let one: string;
let other: string;
beforeAll(async () => {
  server = await startTestServer();
  [one, other] = [await newGuest(), await newGuest()];
});
afterAll(() => server.close());

async function newGuest(): Promise<string> {
  const { body } = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
  return `Bearer ${body.accessToken}`;
}

describe.each([
  ["node:http", startOnNode],
  ["Hono", startOnHono],
])("a service on %s", (_name, start) => {
  const services: GuardedService[] = [];
  afterEach(async () => {
    for (const service of services.splice(0)) await service.stop();
  });

  async function guarded(requirement: Requirement<Limit>, trustedProxies: readonly string[] = []) {
    const service = await start(
      createGuardAt({ issuer: server.url, limits, trustedProxies }, server.clock),
      requirement,
    );
    services.push(service);
    return service;
  }

  test("says what is left, refuses what is too much with the time to wait, and lets others ask", async () => {
    const { ask } = await guarded({ limit: "notes" });
    const first = await ask(one);
    expect(first.headers.get("ratelimit-policy")).toBe('"notes";q=3;w=60');
    expect(first.headers.get("ratelimit")).toBe('"notes";r=2;t=60');
    await ask(one);
    expect((await ask(one)).headers.get("ratelimit")).toMatch(/^"notes";r=0/);

    const refused = await ask(one);
    expect(refused).toMatchObject({
      status: 429,
      body: { code: "too-many-requests", limit: 3, remaining: 0, resetAt: expect.any(String) },
    });
    expect(refused.headers.get("ratelimit-policy")).toBe('"notes";q=3;w=60');
    expect(refused.headers.get("ratelimit")).toMatch(/^"notes";r=0;t=\d+$/);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
    expect((await ask(other)).status).toBe(200);
    server.clock.advance(minute);
    expect((await ask(one)).status).toBe(200);
  });

  test("lets no more pass when they come at once", async () => {
    const { ask } = await guarded({ limit: "notes" });
    await ask(other);
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(one)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  test("counts guesses at tokens by their address, whatever they say about it", async () => {
    const { ask } = await guarded({ limit: "asking" });
    const statuses: number[] = [];
    for (const guess of ["a", "b", "c", "d", "e", "f"])
      statuses.push((await ask(`Bearer ${guess}`, { "x-forwarded-for": `203.0.113.${guess}` })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect((await ask(one)).status).toBe(429);
  });

  test("counts readers behind a trusted proxy one by one, and both limits of a route", async () => {
    const { ask } = await guarded({ limit: ["asking", "notes"] }, ["127.0.0.1"]);
    const from = (address: string, reader: string) => ask(reader, { "x-forwarded-for": address });
    const answer = await from("203.0.113.7", one);
    expect(answer.headers.get("ratelimit-policy")).toBe('"asking";q=5;w=60, "notes";q=3;w=60');
    for (const reader of [one, one, other, other])
      expect((await from("203.0.113.7", reader)).status).toBe(200);
    expect(await from("203.0.113.7", other)).toMatchObject({ status: 429, body: { limit: 5 } });
    expect((await from("203.0.113.8", other)).status).toBe(200);
    expect(await from("203.0.113.8", one)).toMatchObject({ status: 429, body: { limit: 3 } });
  });
});
