import { Hono } from "hono";
import { beforeEach, expect, test } from "vitest";
import { DomainError } from "../domain-error.ts";
import { createLimiter, type Limiter } from "../limits/limiter.ts";
import { policies } from "../limits/policies.ts";
import type { Principal } from "../sessions/principal.ts";
import type { HttpEnv } from "./app-type.ts";
import { limitAllRequests, limitChanges } from "./limit-requests.ts";

let limiter: Limiter;
let app: Hono<HttpEnv>;
beforeEach(() => {
  const clock = { now: () => new Date("2026-11-21T12:00:00Z") };
  limiter = createLimiter({ clock, log: { warn: () => {} }, enabled: true, shared: undefined });
  app = new Hono<HttpEnv>();
  app.use(async (c, next) => {
    c.set("clientAddress", c.req.header("from") ?? "");
    await next();
  });
  app.use(limitAllRequests(limiter));
  app.onError((error, c) => c.text(error instanceof DomainError ? error.code : "", 429));
  app.get("/", (c) => c.text("here"));
});

const ask = async (from: string) => (await app.request("/", { headers: { from } })).text();
const askOften = async (from: () => string, times: number) => {
  for (let turn = 0; turn < times; turn += 1) limiter.takeHere("requests", from());
};

test("one address asks as often as a school does, and no more", async () => {
  await askOften(() => "203.0.113.1/32", policies.requests.points);
  expect(await ask("203.0.113.1")).toBe("too-many-requests");
  expect(await ask("203.0.113.2")).toBe("here");
});

test("of IPv6 the /64 is one address, and all of a /48 together ask several times as often", async () => {
  await askOften(() => "2001:db8:0:7::/64", policies.requests.points);
  expect(await ask("2001:db8:0:7::1")).toBe("too-many-requests");
  expect(await ask("2001:DB8:0:7:ffff::1")).toBe("too-many-requests");
  expect(await ask("2001:db8:0:8::1")).toBe("here");
  for (let turn = 1; turn < policies["requests-wide"].points; turn += 1)
    limiter.takeHere("requests-wide", "2001:db8:0::/48");
  expect(await ask("2001:db8:0:9::1")).toBe("too-many-requests");
  expect(await ask("2001:db8:1:9::1")).toBe("here");
});

test("reading is no change, and of changes everybody has so many a minute", async () => {
  const principal = { userId: "alice" } as Principal;
  const routes = new Hono<HttpEnv>();
  routes.onError((error, c) => c.text(error instanceof DomainError ? error.code : "", 429));
  const signedIn = limitChanges(limiter, (c, next) => {
    c.set("principal", principal);
    return next();
  });
  routes.all("/", signedIn, (c) => c.text("done"));
  const send = async (method: string) => (await routes.request("/", { method })).status;
  for (let turn = 0; turn < policies.changes.points; turn += 1) expect(await send("PATCH")).toBe(200);
  expect([await send("PATCH"), await send("DELETE")]).toEqual([429, 429]);
  expect([await send("GET"), await send("HEAD")]).toEqual([200, 200]);
});
