import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { VerificationUnavailableError } from "./errors.ts";
import { createPublishedKeys } from "./published-keys.ts";

const minute = 60_000;

const newKey = () => ({
  ...generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }),
  kid: randomUUID(),
});

let issuer: Server;
let published: { kid: string }[];
let asked: number;
let away: boolean;
let aheadMs: number;
let keys: ReturnType<typeof createPublishedKeys>;
beforeEach(async () => {
  [published, asked, away, aheadMs] = [[newKey()], 0, false, 0];
  issuer = createServer((_, response) => {
    asked += 1;
    response.writeHead(away ? 503 : 200).end(JSON.stringify({ keys: published }));
  }).listen(0, "127.0.0.1");
  await once(issuer, "listening");
  const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`;
  keys = createPublishedKeys({ url, clock: { now: () => new Date(aheadMs) } });
});
afterEach(() => {
  issuer.close();
  issuer.closeAllConnections();
});

const finds = async (kid = "") => (await keys.find(kid)) !== undefined;

test("the list is read once for many", async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => finds(published[0]?.kid)));
  expect([...new Set(found), asked]).toEqual([true, 1]);
});

test("while it has never been read nobody knows, and then it is read", async () => {
  away = true;
  await expect(keys.find("any")).rejects.toThrow(VerificationUnavailableError);
  away = false;
  expect(await finds(published[0]?.kid)).toBe(true);
});

test("ids that strangers invent make it be read once a minute at most, however many", async () => {
  await finds(published[0]?.kid);
  aheadMs += minute + 1;
  await Promise.all(Array.from({ length: 20 }, () => finds(randomUUID())));
  expect(asked).toBe(2);
  aheadMs += minute - 1;
  await finds(randomUUID());
  expect(asked).toBe(2);
});

test("a new key counts as soon as it is met, and a removed one no more after five minutes", async () => {
  const [old] = published;
  await finds(old?.kid);
  aheadMs += minute + 1;
  published = [newKey()];
  expect(keys.has(old?.kid ?? "")).toBe(true);
  expect(await finds(published[0]?.kid)).toBe(true);
  expect(keys.has(old?.kid ?? "")).toBe(false);

  const [second] = published;
  published = [newKey()];
  aheadMs += 5 * minute + 1;
  expect(keys.has(second?.kid ?? "")).toBe(false);
  expect(await finds(second?.kid)).toBe(false);
});

test("the keys that were read last go on counting while the list cannot be read", async () => {
  const { kid } = published[0] ?? newKey();
  await finds(kid);
  aheadMs += 5 * minute + 1;
  away = true;
  expect([await finds(kid), await finds(kid), keys.has(kid)]).toEqual([true, true, true]);
  expect(asked).toBe(2);
});
