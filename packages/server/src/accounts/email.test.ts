import { expect, test } from "vitest";
import { guestEmailDomain } from "../better-auth/options.ts";
import { emailSchema } from "./schemas.ts";

test.each([
  ["Alice@Example.ORG", "alice@example.org"],
  ["  alice@example.org ", "alice@example.org"],
  ["ａｌｉｃｅ@example.org", "alice@example.org"],
  ["jose\u0301@example.org", "jos\u00e9@example.org"],
  ["alice@b\u00fccher.example", "alice@xn--bcher-kva.example"],
  ["a.l.i.c.e+book@example.org", "a.l.i.c.e+book@example.org"],
])("%s is the address %s", (typed, stored) => {
  expect(emailSchema.parse(typed)).toBe(stored);
});

test.each([
  "",
  "alice",
  "@example.org",
  "alice@",
  "alice@localhost",
  "a@b@example.org",
  "alice @example.org",
  ".alice@example.org",
  "alice@example..org",
  "alice@-example.org",
  "alice@example.org\r\nBcc: bob@example.org",
  "al\u0000ice@example.org",
  '"alice"@example.org',
  "alice@127.0.0.1",
  `${"a".repeat(65)}@example.org`,
  `somebody@${guestEmailDomain}`,
])("%j is no address", (typed) => {
  expect(emailSchema.safeParse(typed).error?.issues[0]?.message).toBe("email-invalid");
});

test("a hundred thousand characters are no address", () => {
  expect(emailSchema.safeParse(`${"a".repeat(100_000)}@`).success).toBe(false);
});
