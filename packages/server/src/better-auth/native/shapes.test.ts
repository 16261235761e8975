import { expect, test } from "vitest";
import { withoutTokens } from "./shapes.ts";

test("a session's token gives way to its id, however deep the session stands", () => {
  const at = new Date(0);
  const session = { id: "1", userId: "2", token: "secret", createdAt: at };
  const clean = { ...session, token: "1" };
  expect(withoutTokens(session)).toEqual(clean);
  expect(withoutTokens([session])).toEqual([clean]);
  expect(withoutTokens({ session, user: { id: "2" } })).toEqual({ session: clean, user: { id: "2" } });
});

test("everything else stays as it is", () => {
  for (const value of [null, undefined, 1, "token", { token: "an access token" }, new Date(0)]) {
    expect(withoutTokens(value)).toEqual(value);
  }
});
