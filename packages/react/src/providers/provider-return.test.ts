import { expect, test } from "vitest";
import { readProviderReturn } from "./provider-return.ts";

test.each([
  ["#provider=google&code=abc", { provider: "google", code: "abc", problem: null }],
  ["#provider=oidc&problem=provider-refused", { provider: "oidc", code: null, problem: "provider-refused" }],
  ["#provider=google", null],
  ["#security", null],
  ["#code=abc", null],
  ["", null],
])("the fragment %j says what a provider sent back", (fragment, returned) => {
  expect(readProviderReturn(fragment)).toEqual(returned);
});
