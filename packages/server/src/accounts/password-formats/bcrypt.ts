import { createHash, createHmac } from "node:crypto";
import { verifySync } from "@node-rs/bcrypt";
import type { PasswordFormat, ReadHash } from "./format.ts";

/** bcrypt reads no further, silently. */
export const bcryptMaxBytes = 72;
const maxCost = 15;

const shape = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;

/**
 * `$2a$`, `$2b$`, `$2y$`: bcrypt as most libraries write it, and as Auth0 exports it; Django puts `bcrypt$`
 * before it. What the source cut at 72 bytes is cut here as well, or its owner could not sign in.
 */
export const bcrypt: PasswordFormat = (stored) => {
  const hash = stored.startsWith("bcrypt$$2") ? stored.slice("bcrypt$".length) : stored;
  return readBcrypt(hash, "bcrypt", (password) => password.subarray(0, bcryptMaxBytes));
};

/** Django's `bcrypt_sha256$$2b$…`: bcrypt of the hexadecimal digest. */
export const djangoBcryptSha256: PasswordFormat = (stored) => {
  if (!stored.startsWith("bcrypt_sha256$")) return undefined;
  return readBcrypt(stored.slice("bcrypt_sha256$".length), "bcrypt-sha256", (password) =>
    Buffer.from(createHash("sha256").update(password).digest("hex")),
  );
};

const passlibShape =
  /^\$bcrypt-sha256\$(?:v=2,t=(2[aby]),r=(\d{1,2})|(2[aby]),(\d{1,2}))\$([./A-Za-z0-9]{22})\$([./A-Za-z0-9]{31})$/;

/** passlib's `$bcrypt-sha256$`: bcrypt of a digest in base64, keyed with the salt since its version 2. */
export const passlibBcryptSha256: PasswordFormat = (stored) => {
  const parts = passlibShape.exec(stored);
  if (!parts) return undefined;
  const [, type2, cost2, type1, cost1, salt = "", digest] = parts;
  const hash = `$${type2 ?? type1}$${(cost2 ?? cost1 ?? "").padStart(2, "0")}$${salt}${digest}`;
  return readBcrypt(hash, "bcrypt-sha256", (password) => {
    const made = type2 === undefined ? createHash("sha256") : createHmac("sha256", salt);
    return Buffer.from(made.update(password).digest("base64"));
  });
};

function readBcrypt(
  hash: string,
  name: string,
  prepare: (password: Buffer) => Buffer,
): ReadHash | "too-costly" | undefined {
  const cost = Number(shape.exec(hash)?.[1] ?? Number.NaN);
  if (!(cost >= 4)) return undefined;
  if (cost > maxCost) return "too-costly";
  return {
    kind: `${name} ${cost}`,
    verify: (password) => {
      const prepared = prepare(password);
      // To bcrypt a NUL is the end, and what follows would not count.
      return !prepared.includes(0) && verifySync(prepared, hash);
    },
  };
}
