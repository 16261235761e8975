import { expect, test } from "vitest";
import { ServerBusyError } from "./accounts/errors.ts";
import { createRefusals } from "./front.ts";
import { createLimiter } from "./limits/limiter.ts";
import { policies } from "./limits/policies.ts";

const clock = { now: () => new Date("2026-11-21T12:00:00Z") };
const log = { warn: () => {} };
const signIn = { method: "POST", path: "/api/v1/auth/login", headers: {} };

async function whereEverybodyHasUsedUp(policy: "login-server" | "register-server") {
  const limiter = createLimiter({ clock, log, enabled: true, shared: undefined });
  for (let point = 0; point < policies[policy].points; point += 1) await limiter.take(policy, "all");
  return createRefusals({ accounts: { requireHashingPlace: () => {} }, limiter });
}

test("while everybody together has used up the limit, a sign-in is refused before it is read", async () => {
  const refuse = await whereEverybodyHasUsedUp("login-server");
  expect(() => refuse(signIn)).toThrow(expect.objectContaining({ code: "too-many-requests" }));
  expect(() => refuse({ ...signIn, path: "/api/v1/auth/login?again" })).toThrow();
  expect(() => refuse({ ...signIn, path: "/api/auth/sign-in/email" })).toThrow();
});

test("a browser that an account may know, another act and a question about the address are looked at", async () => {
  const refuse = await whereEverybodyHasUsedUp("login-server");
  expect(() => refuse({ ...signIn, headers: { cookie: "bookplate-device=x" } })).not.toThrow();
  expect(() => refuse({ ...signIn, path: "/api/v1/auth/register" })).not.toThrow();
  expect(() => refuse({ ...signIn, method: "OPTIONS" })).not.toThrow();
});

test("while no password can be checked, nobody is asked for one, not even in a known browser", () => {
  const limiter = createLimiter({ clock, log, enabled: true, shared: undefined });
  const refuse = createRefusals({
    accounts: {
      requireHashingPlace: () => {
        throw new ServerBusyError(1000);
      },
    },
    limiter,
  });
  for (const headers of [{}, { cookie: "bookplate-device=x" }])
    expect(() => refuse({ ...signIn, headers })).toThrow(ServerBusyError);
  expect(() => refuse({ ...signIn, path: "/api/v1/auth/refresh" })).not.toThrow();
});
