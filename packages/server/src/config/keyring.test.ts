import fc from "fast-check";
import { expect, test } from "vitest";
import { Keyring } from "./keyring.ts";

const old = { id: "1", secret: "the first secret of this server, long enough" };
const young = { id: "2", secret: "the second secret of this server, long enough" };

test("what was encrypted under an older secret is readable while that secret is listed", () => {
  const encrypted = new Keyring([old]).encrypt("letter-encryption", "a letter");
  expect(new Keyring([young, old]).decrypt("letter-encryption", encrypted)).toBe("a letter");
  expect(() => new Keyring([young]).decrypt("letter-encryption", encrypted)).toThrow('the id "1"');
});

test("keys of different purposes and secrets differ", () => {
  const keyring = new Keyring([young, old]);
  const keys = [
    keyring.key("refresh-token"),
    keyring.key("letter-encryption"),
    keyring.key("refresh-token", "1"),
  ];
  expect(new Set(keys.map((key) => key?.export().toString("hex"))).size).toBe(3);
});

test("any text comes back, and any change to it is noticed", () => {
  const keyring = new Keyring([old]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.nat(), (text, place) => {
      const encrypted = keyring.encrypt("letter-encryption", text);
      expect(keyring.decrypt("letter-encryption", encrypted)).toBe(text);
      const [id, nonce, tag = "", ciphertext] = encrypted.split(".");
      const bytes = Buffer.from(tag, "base64url");
      const index = place % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ 1;
      const changed = [id, nonce, bytes.toString("base64url"), ciphertext].join(".");
      expect(() => keyring.decrypt("letter-encryption", changed)).toThrow();
    }),
  );
});

test("what an older secret encrypted is made anew under the first one, once, and only if it can be read", () => {
  const encrypted = new Keyring([old]).encrypt("letter-encryption", "a letter");
  const moved = new Keyring([young, old]).reencrypt("letter-encryption", encrypted) ?? "";
  expect(new Keyring([young]).decrypt("letter-encryption", moved)).toBe("a letter");
  expect(new Keyring([young, old]).reencrypt("letter-encryption", moved)).toBeUndefined();
  expect(new Keyring([young]).reencrypt("letter-encryption", encrypted)).toBeUndefined();
});

test("a MAC from before a rotation is among those of all secrets, the first secret's first", () => {
  const keyring = new Keyring([young, old]);
  const macs = keyring.macs("letter-code", "12345678");
  expect(macs).toEqual([
    keyring.mac("letter-code", "12345678"),
    new Keyring([old]).mac("letter-code", "12345678"),
  ]);
});
