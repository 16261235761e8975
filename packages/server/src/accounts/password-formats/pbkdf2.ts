import { pbkdf2Sync } from "node:crypto";
import { fromBase64, isSame, minDigestBytes, type PasswordFormat } from "./format.ts";

const passlibShape =
  /^\$pbkdf2(?:-(sha1|sha256|sha512))?\$(?:i=)?(\d{1,9})(?:,l=\d{1,3})?\$([A-Za-z0-9+/.]+=*)\$([A-Za-z0-9+/.]+=*)$/;
const djangoShape = /^pbkdf2_(sha1|sha256)\$(\d{1,9})\$([^$]+)\$([A-Za-z0-9+/]+=*)$/;

/** More than twice what Django asks for in 2026. */
const maxIterations = 3_000_000;

/** passlib's `$pbkdf2-sha256$29000$salt$digest`, and the PHC's `$pbkdf2-sha256$i=29000,l=32$…` that Auth0 takes. */
export const passlibPbkdf2: PasswordFormat = (stored) => {
  const parts = passlibShape.exec(stored);
  if (!parts) return undefined;
  const [, algorithm = "sha1", iterations, salt = "", digest = ""] = parts;
  return readPbkdf2(algorithm, Number(iterations), fromBase64(salt), fromBase64(digest));
};

/** Django's `pbkdf2_sha256$1000000$salt$digest`, whose salt is text. */
export const djangoPbkdf2: PasswordFormat = (stored) => {
  const parts = djangoShape.exec(stored);
  if (!parts) return undefined;
  const [, algorithm = "", iterations, salt = "", digest = ""] = parts;
  return readPbkdf2(algorithm, Number(iterations), Buffer.from(salt), fromBase64(digest));
};

function readPbkdf2(
  algorithm: string,
  iterations: number,
  salt: Buffer,
  digest: Buffer,
): ReturnType<PasswordFormat> {
  // More than one block of output would cost as many times as much.
  const maxBytes = algorithm === "sha512" ? 64 : algorithm === "sha256" ? 32 : 20;
  if (iterations < 1 || digest.length < minDigestBytes) return undefined;
  if (iterations > maxIterations || digest.length > maxBytes) return "too-costly";
  return {
    kind: `pbkdf2-${algorithm} ${iterations}`,
    verify: (password) => isSame(pbkdf2Sync(password, salt, iterations, digest.length, algorithm), digest),
  };
}
