import { generateKeyPairSync, verify } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { signEs256 } from "./es256.ts";

test("whatever is signed, the signature has 64 bytes and its public key verifies it", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const signature = signEs256(text, privateKey);
      expect(signature).toHaveLength(64);
      const key = { key: publicKey, dsaEncoding: "ieee-p1363" as const };
      expect(verify("sha256", Buffer.from(text), key, signature)).toBe(true);
    }),
    // About one number in 256 begins with a zero byte that DER drops, and every second one gets a byte added.
    { numRuns: 2_000 },
  );
});
