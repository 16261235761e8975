import { expect, test } from "vitest";
import { createRefusals } from "./front.ts";
import { createLimiter } from "./limits/limiter.ts";
import { policies } from "./limits/policies.ts";

let at = Date.parse("2026-11-21T12:00:00Z");
const clock = { now: () => new Date(at) };
const log = { warn: () => {} };
const signIn = { method: "POST", path: "/api/v1/auth/login", headers: {} };
const spent = { code: "too-many-requests" };

async function whereEverybodyHasUsedUp(policy: "login-server" | "register-server") {
  const limiter = createLimiter({ clock, log, enabled: true, shared: undefined });
  for (let point = 0; point < policies[policy].points; point += 1) await limiter.take(policy, "all");
  return createRefusals({ accounts: { hashingPlaces: { busyForMs: () => undefined } }, limiter });
}

test("while everybody together has used up the limit, a sign-in is refused before it is read", async () => {
  const findRefusal = await whereEverybodyHasUsedUp("login-server");
  expect(findRefusal(signIn)).toMatchObject(spent);
  expect(findRefusal({ ...signIn, path: "/api/v1/auth/login?again" })).toMatchObject(spent);
  expect(findRefusal({ ...signIn, path: "/api/auth/sign-in/email" })).toMatchObject(spent);
});

test("a browser that an account may know, another act and a question about the address are looked at", async () => {
  const findRefusal = await whereEverybodyHasUsedUp("login-server");
  expect(findRefusal({ ...signIn, headers: { cookie: "bookplate-device=x" } })).toBeUndefined();
  expect(findRefusal({ ...signIn, path: "/api/v1/auth/register" })).toBeUndefined();
  expect(findRefusal({ ...signIn, method: "OPTIONS" })).toBeUndefined();
});

test("a crowd is told by one object, which is made anew when there is something else to say", async () => {
  const findRefusal = await whereEverybodyHasUsedUp("login-server");
  const first = findRefusal(signIn);
  at += 999;
  expect(findRefusal(signIn)).toBe(first);
  at += 1;
  const later = findRefusal(signIn);
  expect(later).not.toBe(first);
  expect([first, later].map((refusal) => refusal?.facts.retryAfterMs)).toEqual([60_000, 59_000]);
});

test("while no password can be checked, nobody is asked for one, not even in a known browser", () => {
  const limiter = createLimiter({ clock, log, enabled: true, shared: undefined });
  const findRefusal = createRefusals({ accounts: { hashingPlaces: { busyForMs: () => 1_200 } }, limiter });
  for (const headers of [{}, { cookie: "bookplate-device=x" }]) {
    expect(findRefusal({ ...signIn, headers })).toMatchObject({
      code: "server-busy",
      facts: { retryAfterMs: 2_000 },
    });
  }
  expect(findRefusal({ ...signIn, path: "/api/v1/auth/refresh" })).toBeUndefined();
});
