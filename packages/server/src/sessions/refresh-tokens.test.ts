import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Keyring } from "../config/keyring.ts";
import { createRefreshTokens } from "./refresh-tokens.ts";

const keyring = new Keyring([{ id: "1", secret: "a secret of this server, long enough" }]);
const tokens = createRefreshTokens({ keyring, issuer: "https://book.example.org" });
const claim = { sessionId: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55", counter: 7 };

const boundClaim = { ...claim, keyThumbprint: "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I" };

describe("a refresh token", () => {
  test("says which session and turn it is for, and is the same each time", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 0xffff_ffff }), (sessionId, counter) => {
        const token = tokens.mint({ sessionId, counter });
        expect(tokens.read(token)).toEqual({ sessionId, counter });
        expect(tokens.mint({ sessionId, counter })).toBe(token);
      }),
    );
  });

  test("of a bound session names its key", () => {
    const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 0, max: 0xffff_ffff }), bytes, (sessionId, counter, key) => {
        const bound = { sessionId, counter, keyThumbprint: Buffer.from(key).toString("base64url") };
        expect(tokens.read(tokens.mint(bound))).toEqual(bound);
      }),
    );
  });

  test.each([claim, boundClaim])("is refused when any byte of it was changed: %j", (minted) => {
    const token = tokens.mint(minted);
    const bytes = Buffer.from(token.slice(4), "base64url");
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 0x10;
      expect(tokens.read(`bpr_${changed.toString("base64url")}`)).toBeUndefined();
    }
  });

  test("has one spelling: no padding, no white space, no other alphabet", () => {
    const token = tokens.mint(claim);
    for (const variant of [
      `${token}=`,
      `${token} `,
      `${token}!`,
      token.slice(0, -1),
      token.toUpperCase(),
      token.slice(4),
    ]) {
      expect(tokens.read(variant)).toBeUndefined();
    }
  });

  test("of another server, or of this server under another address, is refused", () => {
    const elsewhere = createRefreshTokens({ keyring, issuer: "https://other.example.org" });
    const stranger = createRefreshTokens({
      keyring: new Keyring([{ id: "1", secret: "another server's secret, long enough" }]),
      issuer: "https://book.example.org",
    });
    expect(tokens.read(elsewhere.mint(claim))).toBeUndefined();
    expect(tokens.read(stranger.mint(claim))).toBeUndefined();
  });

  test("outlives the replacement of the secret while the old one is listed", () => {
    const later = new Keyring([
      { id: "2", secret: "the next secret of this server, long enough" },
      { id: "1", secret: "a secret of this server, long enough" },
    ]);
    const rotated = createRefreshTokens({ keyring: later, issuer: "https://book.example.org" });
    expect(rotated.read(tokens.mint(claim))).toEqual(claim);
  });

  test("anything else is no token, however odd", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(tokens.read(`bpr_${text}`)).toBeUndefined();
      }),
    );
    expect(tokens.read(`bpr_${"A".repeat(100_000)}`)).toBeUndefined();
  });
});
