import { scryptSync } from "node:crypto";
import { fromBase64, isSame, minDigestBytes, type PasswordFormat, type ReadHash } from "./format.ts";

const passlibShape =
  /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,3}),p=(\d{1,3})\$([A-Za-z0-9+/.]+=*)\$([A-Za-z0-9+/.]+=*)$/;
const djangoShape = /^scrypt\$(\d{1,8})\$([^$]+)\$(\d{1,3})\$(\d{1,3})\$([A-Za-z0-9+/]+=*)$/;

const maxMemoryBytes = 128 * 1024 * 1024;
/** N × r × p; OWASP's strongest proposal has half as much. */
const maxWork = 2 ** 21;

interface Scrypt {
  /** N, a power of two. */
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
  readonly salt: Buffer;
}

/** @returns `too-costly` or `undefined` for parameters that are beyond all bounds, or impossible */
export function boundScrypt({ cost, blockSize, parallelization }: Scrypt): "fine" | "too-costly" | undefined {
  if (cost < 2 || !Number.isInteger(Math.log2(cost)) || blockSize < 1 || parallelization < 1)
    return undefined;
  const tooMuch = 128 * cost * blockSize > maxMemoryBytes || cost * blockSize * parallelization > maxWork;
  return tooMuch ? "too-costly" : "fine";
}

export function deriveScrypt(password: Buffer, { salt, ...costs }: Scrypt, bytes: number): Buffer {
  // Node refuses at its own bound of 32 MiB; ours has been looked at before.
  return scryptSync(password, salt, bytes, { ...costs, maxmem: 2 * maxMemoryBytes });
}

/** passlib's `$scrypt$ln=16,r=8,p=1$salt$digest`. */
export const passlibScrypt: PasswordFormat = (stored) => {
  const parts = passlibShape.exec(stored);
  if (!parts) return undefined;
  const [, ln, blockSize, parallelization, salt = "", digest = ""] = parts;
  return readScrypt(
    {
      cost: 2 ** Number(ln),
      blockSize: Number(blockSize),
      parallelization: Number(parallelization),
      salt: fromBase64(salt),
    },
    fromBase64(digest),
  );
};

/** Django's `scrypt$N$salt$r$p$digest`, whose salt is text. */
export const djangoScrypt: PasswordFormat = (stored) => {
  const parts = djangoShape.exec(stored);
  if (!parts) return undefined;
  const [, cost, salt = "", blockSize, parallelization, digest = ""] = parts;
  return readScrypt(
    {
      cost: Number(cost),
      blockSize: Number(blockSize),
      parallelization: Number(parallelization),
      salt: Buffer.from(salt),
    },
    fromBase64(digest),
  );
};

function readScrypt(scrypt: Scrypt, digest: Buffer): ReadHash | "too-costly" | undefined {
  const bound = boundScrypt(scrypt);
  if (bound !== "fine") return bound;
  if (digest.length < minDigestBytes) return undefined;
  const { cost, blockSize, parallelization } = scrypt;
  return {
    kind: `scrypt ${cost} ${blockSize} ${parallelization}`,
    verify: (password) => isSame(deriveScrypt(password, scrypt, digest.length), digest),
  };
}
