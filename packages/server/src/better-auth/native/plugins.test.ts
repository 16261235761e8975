import { expect, test } from "vitest";
import { requireOrder } from "./plugins.ts";

const plugins = (...ids: string[]) => ids.map((id) => ({ id }));

test("the order in which no sign-in is finished too early is accepted", () => {
  requireOrder(plugins("bearer-access", "jwt", "two-factor", "anonymous", "passkey", "token-pair"));
  requireOrder(plugins("bearer-access", "anonymous", "token-pair"));
});

test.each([
  ["tokens before the second factor", ["bearer-access", "token-pair", "two-factor", "anonymous"]],
  ["a guest merged before the second factor", ["bearer-access", "anonymous", "two-factor", "token-pair"]],
  ["a plugin that does not know who asks", ["jwt", "bearer-access", "token-pair"]],
  ["no pair at all", ["bearer-access", "jwt"]],
  ["a plugin twice", ["bearer-access", "jwt", "jwt", "token-pair"]],
])("%s: the order is refused", (_what, ids) => {
  expect(() => requireOrder(plugins(...ids))).toThrow();
});
