import { expect, test } from "vitest";
import { Keyring } from "../config/keyring.ts";
import { createDpopNonces, nonceTurnMs } from "./dpop-nonces.ts";

const old = { id: "1", secret: "the first secret of this server, long enough" };
const young = { id: "2", secret: "the second secret of this server, long enough" };

test("a nonce is good for its turn and the next, also when the secret is replaced meanwhile, and no longer", () => {
  let now = new Date("2026-01-01T00:00:00Z");
  const clock = { now: () => now };
  const nonce = createDpopNonces({ keyring: new Keyring([old]), clock }).current();
  const rotated = createDpopNonces({ keyring: new Keyring([young, old]), clock });
  expect(rotated.isGood(nonce)).toBe(true);
  expect(rotated.current()).not.toBe(nonce);
  expect(createDpopNonces({ keyring: new Keyring([young]), clock }).isGood(nonce)).toBe(false);
  now = new Date(now.getTime() + nonceTurnMs);
  expect(rotated.isGood(nonce)).toBe(true);
  now = new Date(now.getTime() + nonceTurnMs);
  expect(rotated.isGood(nonce)).toBe(false);
});
