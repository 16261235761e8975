import { expect, test } from "vitest";
import { addJoinedPairs, joinPairs } from "./synonyms.ts";

test.each([
  ["Why was I signed out?", "Why was I logout?"],
  ["logging in, log-on, Sign up", "login, login, signup"],
  ["two-factor and 2 step", "2fa and 2fa"],
  ["out of the sign", "out of the sign"],
])("%s is read as: %s", (question, read) => {
  expect(joinPairs(question)).toBe(read);
});

test("a text can be found by both words and by the one that they are", () => {
  expect(addJoinedPairs("Readers are signed out at every reload.")).toBe(
    "Readers are signed out logout at every reload.",
  );
});
