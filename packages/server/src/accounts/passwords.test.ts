import { hash } from "@node-rs/bcrypt";
import { describe, expect, test } from "vitest";
import { Keyring } from "../config/keyring.ts";
import { createHashQueue } from "./hash-queue.ts";
import { createPasswords } from "./passwords.ts";

const keyring = new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]);
const queue = createHashQueue({ concurrency: 2, maxWaiting: 100 });
const passwords = createPasswords({ keyring, queue, cost: 10 });

describe("a stored password", () => {
  test("is bcrypt 2b of the configured cost, and salted", async () => {
    const [one, other] = await Promise.all([
      passwords.hash("lantern orchard"),
      passwords.hash("lantern orchard"),
    ]);
    expect(one).toMatch(/^\$2b\$10\$/);
    expect(one).not.toBe(other);
  });

  test.each([
    ["the 73rd byte", `${"a".repeat(72)}X`, `${"a".repeat(72)}Y`],
    ["the last byte of 256 characters", `${"ü".repeat(255)}X`, `${"ü".repeat(255)}Y`],
    ["case", "Lantern orchard", "lantern orchard"],
    ["a trailing space", "lantern orchard ", "lantern orchard"],
    ["what follows a NUL", "lantern\0orchard", "lantern\0meadow"],
  ])("%s matters", async (_what, right, wrong) => {
    const stored = await passwords.hash(right);
    expect(await passwords.verify(right, stored)).toBe(true);
    expect(await passwords.verify(wrong, stored)).toBe(false);
  });

  test("is the same password however a keyboard composes it", async () => {
    const stored = await passwords.hash("caf\u00e9 lantern");
    expect(await passwords.verify("cafe\u0301 lantern", stored)).toBe(true);
  });

  test("names the key of its pre-hash, so that the secret can be replaced", async () => {
    const long = "lantern orchard ".repeat(10);
    const stored = await passwords.hash(long);
    expect(stored).toMatch(/^prehashed:1:\$2b\$10\$/);
    const later = new Keyring([
      { id: "2", secret: "the next secret of this server, long enough" },
      { id: "1", secret: "a secret of this server, long enough" },
    ]);
    expect(await createPasswords({ keyring: later, queue, cost: 10 }).verify(long, stored)).toBe(true);
  });

  test("that was cut at 72 bytes elsewhere opens for nothing longer", async () => {
    const cut = await hash("a".repeat(72), { cost: 10 });
    expect(await passwords.verify("a".repeat(73), cut)).toBe(false);
    expect(await passwords.verify("a".repeat(72), cut)).toBe(true);
  });

  test("that is missing or malformed opens for nothing", async () => {
    for (const stored of [undefined, null, "", "nonsense", "prehashed:9:$2b$10$x"]) {
      expect(await passwords.verify("lantern orchard", stored)).toBe(false);
    }
  });

  test("of another cost is out of date", async () => {
    expect(passwords.isOutdated(await hash("x", { cost: 11 }))).toBe(true);
    expect(passwords.isOutdated(await passwords.hash("lantern orchard"))).toBe(false);
  });
});
