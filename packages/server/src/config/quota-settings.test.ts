import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english } from "@bookplate/messages/terminal";
import { afterAll, expect, test } from "vitest";
import { requireAnswerable } from "../limits/quota-check.ts";
import type { QuotasConfig } from "./config.ts";
import { loadConfig } from "./load.ts";
import { ConfigError } from "./problems.ts";
import type { RawSettings } from "./settings.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-quotas-"));
afterAll(() => rmSync(directory, { recursive: true }));

const quotasOf = (settings: RawSettings): QuotasConfig =>
  loadConfig({ BOOKPLATE_DATA_DIR: directory, ...settings }).quotas;
const none = { messages: undefined, tokens: undefined };

function linesToWrite(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { say } of error.problems) expect(say(english.settings).why).not.toBe("");
    return error.problems.flatMap(({ write }) => write);
  }
}

test("guests have 20 questions a day, accounts of every role 200, and the server no budget", () => {
  const account = { ...none, messages: 200 };
  expect(quotasOf({})).toEqual({
    guest: { ...none, messages: 20 },
    network: { ...none, messages: 20 },
    user: account,
    moderator: account,
    admin: account,
    server: none,
  });
});

test("a quota is questions, tokens, both, or none", () => {
  const quotas = quotasOf({
    QUOTA_GUEST: "5/d, 10000t/d",
    QUOTA_USER: "500000t/d",
    QUOTA_ADMIN: "none",
    QUOTA_SERVER: "0/d",
  });
  expect(quotas.guest).toEqual({ messages: 5, tokens: 10_000 });
  expect(quotas.network).toEqual(quotas.guest);
  expect(quotas.moderator).toEqual({ messages: undefined, tokens: 500_000 });
  expect(quotas.admin).toEqual(none);
  expect(quotas.server).toEqual({ messages: 0, tokens: undefined });
});

test("without limits, quotas that nobody wrote down are off, and those that somebody did are on", () => {
  const quotas = quotasOf({ LIMITS: "off", QUOTA_USER: "3/d" });
  expect(quotas.guest).toEqual(none);
  expect(quotas.user).toEqual({ messages: 3, tokens: undefined });
});

test.each(["20", "20/h", "-1/d", "20/d,30/d", "1e3/d", "20t", "9999999999/d", ",", "1.5/d"])(
  "%s is no quota, and the start says what one looks like",
  (value) => {
    expect(linesToWrite(() => quotasOf({ QUOTA_GUEST: value }))).toEqual(["QUOTA_GUEST=20/d"]);
  },
);

test("a quota of tokens below what one answer may cost is refused once, one of nothing is meant", () => {
  const quotas = quotasOf({ QUOTA_GUEST: "5/d,9999t/d", QUOTA_USER: "0t/d", QUOTA_ADMIN: "10000t/d" });
  expect(linesToWrite(() => requireAnswerable(quotas, 10_000))).toEqual(["QUOTA_GUEST=5/d,200000t/d"]);
  expect(linesToWrite(() => requireAnswerable(quotas, 0))).toEqual([]);
});
