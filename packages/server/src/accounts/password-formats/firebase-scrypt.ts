import { createCipheriv } from "node:crypto";
import { fromBase64, isSame, type PasswordFormat } from "./format.ts";
import { boundScrypt, deriveScrypt } from "./scrypt.ts";

/** What a Firebase project hashes with: Authentication → Users → ⋮ → Password hash parameters. */
export interface FirebaseParameters {
  readonly signerKey: Buffer;
  readonly saltSeparator: Buffer;
  readonly rounds: number;
  readonly memoryCost: number;
}

/** AES-256 takes a key of this length, and no more of what scrypt makes counts. */
const keyBytes = 32;
const shape = /^firebase-scrypt\$(\d{1,2})\$(\d{1,3})\$([A-Za-z0-9+/=]+)\$([A-Za-z0-9+/=]{22,})$/;

/** CTR mode's key stream: what encrypting nothing but zeros gives. */
function keyStream(key: Buffer, bytes: number): Buffer {
  return createCipheriv("aes-256-ctr", key, Buffer.alloc(16)).update(Buffer.alloc(bytes));
}

/**
 * Firebase encrypts the project's key with what scrypt makes of a password. Its key stream decides alone whether
 * the password is right, so that is what we keep, and not the project's key.
 *
 * @param user - as `firebase auth:export` writes it, in base64
 * @returns what the format below reads; `undefined` for an impossible hash
 */
export function fromFirebase(
  user: { passwordHash: string; salt: string },
  { signerKey, saltSeparator, rounds, memoryCost }: FirebaseParameters,
): string | undefined {
  const encrypted = fromBase64(user.passwordHash.replaceAll("_", "/").replaceAll("-", "+"));
  if (encrypted.length !== signerKey.length) return undefined;
  const stream = Buffer.from(encrypted.map((byte, index) => byte ^ (signerKey[index] ?? 0)));
  const salt = Buffer.concat([
    fromBase64(user.salt.replaceAll("_", "/").replaceAll("-", "+")),
    saltSeparator,
  ]);
  return `firebase-scrypt$${memoryCost}$${rounds}$${salt.toString("base64")}$${stream.toString("base64")}`;
}

export const firebaseScrypt: PasswordFormat = (stored) => {
  const parts = shape.exec(stored);
  if (!parts) return undefined;
  const [, memoryCost, rounds, salt = "", stream = ""] = parts;
  const expected = fromBase64(stream);
  const scrypt = {
    cost: 2 ** Number(memoryCost),
    blockSize: Number(rounds),
    parallelization: 1,
    salt: fromBase64(salt),
  };
  const bound = boundScrypt(scrypt);
  if (bound !== "fine") return bound;
  return {
    kind: `scrypt ${scrypt.cost} ${scrypt.blockSize} 1`,
    verify: (password) =>
      isSame(keyStream(deriveScrypt(password, scrypt, keyBytes), expected.length), expected),
  };
};
