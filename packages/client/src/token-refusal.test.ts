import { expect, test } from "vitest";
import { isTokenRefused } from "./token-refusal.ts";

const silent = { code: undefined, challenge: null, foreign: false };

test("where a browser hides another origin's challenge, any 401 may be about the token", () => {
  expect(isTokenRefused({ ...silent, foreign: true })).toBe(true);
  expect(isTokenRefused({ ...silent, foreign: false })).toBe(false);
  expect(isTokenRefused({ ...silent, foreign: true, code: "invalid-credentials" })).toBe(false);
});

test.each([
  ['Bearer realm="notes", error="invalid_token"', true],
  ["bearer error=invalid_token", true],
  ['Basic realm="notes", Bearer', true],
  ['Bearer error="insufficient_scope"', false],
  ['Basic realm="notes"', false],
])("the challenge %s is about the token: %s", (challenge, expected) => {
  expect(isTokenRefused({ ...silent, challenge })).toBe(expected);
});
