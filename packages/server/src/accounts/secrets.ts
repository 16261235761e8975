import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 random bits for a letter's link or a browser's proof (OWASP ASVS 5.0, 7.2.3). */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token. It has too much entropy to be guessed from its hash. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Eight digits that a person can copy from one screen to another. */
export function newCode(): string {
  return String(randomInt(0, 100_000_000)).padStart(8, "0");
}
