import { hash } from "@node-rs/bcrypt";
import { afterAll, describe, expect, test } from "vitest";
import { Keyring } from "../config/keyring.ts";
import { createHashPool } from "./hash-pool.ts";
import { createPasswords } from "./passwords.ts";

const keyring = new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]);
const pool = createHashPool({ threads: 2, maxWaiting: 100 });
const bcrypt10 = { name: "bcrypt", cost: 10 } as const;
const passwords = createPasswords({ keyring, pool, algorithm: bcrypt10 });
const argon2Passwords = createPasswords({ keyring, pool, algorithm: { name: "argon2id" } });

afterAll(() => pool.close());

describe("a stored password", () => {
  test("is bcrypt 2b of the configured cost, and salted", async () => {
    const [one, other] = await Promise.all([
      passwords.hash("lantern orchard"),
      passwords.hash("lantern orchard"),
    ]);
    expect(one).toMatch(/^\$2b\$10\$/);
    expect(one).not.toBe(other);
  });

  test("is argon2id with OWASP's parameters where that is chosen, and every byte counts there too", async () => {
    const long = `${"ü".repeat(255)}X`;
    const stored = await argon2Passwords.hash(long);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await argon2Passwords.verify(long, stored)).toBe(true);
    expect(await argon2Passwords.verify(`${"ü".repeat(255)}Y`, stored)).toBe(false);
    expect(await argon2Passwords.verify("anything", undefined)).toBe(false);
    expect(argon2Passwords.isOutdated(stored)).toBe(false);
  });

  test("of the other algorithm still opens, and is out of date", async () => {
    const [bcrypt, argon2] = await Promise.all([
      passwords.hash("lantern orchard"),
      argon2Passwords.hash("lantern orchard"),
    ]);
    expect(await argon2Passwords.verify("lantern orchard", bcrypt)).toBe(true);
    expect(argon2Passwords.isOutdated(bcrypt)).toBe(true);
    expect(await passwords.verify("lantern orchard", argon2)).toBe(true);
    expect(passwords.isOutdated(argon2)).toBe(true);
  });

  test("that was imported is checked as its source did, cut at 72 bytes, and is out of date", async () => {
    const imported = `imported:${await hash("a".repeat(72), { cost: 10 })}`;
    expect(await passwords.verify(`${"a".repeat(72)}and more`, imported)).toBe(true);
    expect(await passwords.verify("a".repeat(71), imported)).toBe(false);
    expect(await passwords.verify(`${"a".repeat(72)}\0`, imported)).toBe(true);
    expect(await passwords.verify("a\0", `imported:${await hash("a", { cost: 10 })}`)).toBe(false);
    expect(passwords.isOutdated(imported)).toBe(true);
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
    expect(await createPasswords({ keyring: later, pool, algorithm: bcrypt10 }).verify(long, stored)).toBe(
      true,
    );
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
