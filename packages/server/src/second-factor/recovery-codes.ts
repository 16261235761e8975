import { createHmac, randomInt } from "node:crypto";

const recoveryCodeCount = 10;

/** Crockford's Base32: nothing in it is taken for something else when it is read from paper. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const characters = 10;

/** Fifty random bits each, in two groups that a person can copy (OWASP ASVS 5.0, 6.5.2 and 6.5.3). */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = Array.from({ length: characters }, () => alphabet[randomInt(alphabet.length)]).join("");
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/**
 * What is stored of a code: keyed with the secret that it stands in for, which is encrypted at rest. So the
 * codes move with it to another secret of the server, and end with it.
 */
export function hashRecoveryCode(totpSecret: string, code: string): Buffer {
  // As people type them from paper.
  const read = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
  return createHmac("sha256", totpSecret).update(`recovery-code/${read}`).digest();
}
