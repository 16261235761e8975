import { expect, test } from "vitest";
import { createClient } from "./client.ts";

test("a call is the same function whenever it is named, so that nothing renders for its sake", () => {
  const client = createClient();
  expect(client.account.activity).toBe(client.account.activity);
  expect(client.account.activity).not.toBe(client.account.devices);
});

test("a subject may be passed through a promise", async () => {
  const { account } = createClient();
  expect(await Promise.resolve(account)).toBe(account);
});

test("a misspelt call says so", async () => {
  const calls = createClient().account as unknown as Record<string, () => Promise<unknown>>;
  await expect(calls.activities?.()).rejects.toThrow("There is no call account.activities.");
});
