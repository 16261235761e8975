import { createHmac, type KeyObject, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Keyring } from "../config/keyring.ts";
import { createEvenTimes } from "./even-times.ts";
import { argon2Costs, type HashAlgorithm } from "./hash-jobs.ts";
import type { HashPool } from "./hash-pool.ts";
import { bcryptMaxBytes } from "./password-formats/bcrypt.ts";
import { readPasswordHash } from "./password-formats/formats.ts";

/** Before the id of the secret. */
export const prehashMarker = "prehashed:";
/** Before a hash that another system made. */
export const importMarker = "imported:";

/**
 * Stores and checks passwords, off the event loop, every byte counting.
 *
 * To bcrypt a password over 72 bytes, or with a NUL, goes through HMAC-SHA-384 first, and the stored value says
 * so and names the key (`prehashed:<key id>:<bcrypt>`). When checking, the marker decides the path and not
 * the typed password: otherwise the base64 text itself would open the account. An imported hash
 * (`imported:<hash>`) is checked once as its source did, and then made anew from the whole password.
 *
 * @see OWASP ASVS 5.0, 6.2.8, 11.4.2; OWASP Password Storage Cheat Sheet
 */
export function createPasswords(deps: { keyring: Keyring; pool: HashPool; algorithm: HashAlgorithm }) {
  const { keyring, pool, algorithm } = deps;
  /** What an unknown address is checked against, so that it costs the same as a known one. */
  const decoy = createDecoy(algorithm);
  const ownKind = kindOf(decoy);
  const evenTimes = createEvenTimes(ownKind);

  async function check(password: Buffer, hash: string): Promise<boolean> {
    const kind = kindOf(hash);
    const { right, tookMs } = await pool.run({ do: "verify", password, stored: hash });
    evenTimes.note(kind, tookMs);
    if (right) return true;
    if (!evenTimes.knowsOwn()) await check(password, decoy);
    const remainingMs = evenTimes.remainingMs(kind, tookMs);
    if (remainingMs > 0) await wait(remainingMs);
    return false;
  }

  return {
    requirePlace: pool.requirePlace,
    places: pool.places,

    /** @throws {ServerBusyError} */
    async hash(password: string): Promise<string> {
      const bytes = toBytes(password);
      const fits = algorithm.name !== "bcrypt" || fitsBcrypt(bytes);
      const hashed = fits ? bytes : prehash(bytes, keyring.currentKey("password-prehash"));
      const { stored } = await pool.run({ do: "hash", password: hashed, algorithm });
      return fits ? stored : `${prehashMarker}${keyring.currentId}:${stored}`;
    },

    /**
     * Always one hash of work, also when nothing is stored.
     *
     * @throws {ServerBusyError}
     */
    async verify(password: string, stored: string | null | undefined): Promise<boolean> {
      const { hash, keyId, imported } = readStored(stored);
      const candidate = imported
        ? Buffer.from(password, "utf8")
        : prepare(toBytes(password), keyId, (id) => keyring.key("password-prehash", id));
      const comparable =
        candidate !== undefined &&
        typeof readPasswordHash(hash) === "object" &&
        (imported || !isBcrypt(hash) || fitsBcrypt(candidate));
      return comparable ? check(candidate, hash) : check(Buffer.from("wrong"), decoy);
    },

    /** Whether a stored hash is not what would be made today, or needs a secret that is not the first. */
    isOutdated(stored: string): boolean {
      const { hash, keyId = keyring.currentId, imported } = readStored(stored);
      return imported || kindOf(hash) !== ownKind || keyId !== keyring.currentId;
    },
  };
}

export type Passwords = ReturnType<typeof createPasswords>;

/** NFKC, so that a password typed on another keyboard is the same password (NIST SP 800-63B-4, 3.1.1.2). */
function toBytes(password: string): Buffer {
  return Buffer.from(password.normalize("NFKC"), "utf8");
}

function isBcrypt(hash: string): boolean {
  return hash.startsWith("$2");
}

function fitsBcrypt(bytes: Buffer): boolean {
  return bytes.length <= bcryptMaxBytes && !bytes.includes(0);
}

/** 64 base64 characters: bcrypt takes them whole. */
function prehash(bytes: Buffer, key: KeyObject): Buffer {
  return Buffer.from(createHmac("sha384", key).update(bytes).digest("base64"));
}

/** @returns `undefined` where the key is gone */
function prepare(
  bytes: Buffer,
  keyId: string | undefined,
  findKey: (id: string) => KeyObject | undefined,
): Buffer | undefined {
  if (keyId === undefined) return bytes;
  const key = findKey(keyId);
  return key && prehash(bytes, key);
}

interface Stored {
  readonly hash: string;
  readonly keyId?: string;
  readonly imported: boolean;
}

function readStored(stored: string | null | undefined): Stored {
  if (stored?.startsWith(importMarker)) return { hash: stored.slice(importMarker.length), imported: true };
  if (!stored?.startsWith(prehashMarker)) return { hash: stored ?? "", imported: false };
  const [keyId = "", hash = ""] = stored.slice(prehashMarker.length).split(":");
  return { keyId, hash, imported: false };
}

function kindOf(hash: string): string {
  const read = readPasswordHash(hash);
  return typeof read === "object" ? read.kind : "unreadable";
}

/** A well-formed hash of today's cost that no password has: nothing was hashed to make it. */
function createDecoy(algorithm: HashAlgorithm): string {
  const characters = (bytes: number) => randomBytes(bytes).toString("base64").replaceAll("=", "");
  if (algorithm.name === "argon2id") {
    const { memoryCost, timeCost, parallelism } = argon2Costs;
    return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${characters(16)}$${characters(32)}`;
  }
  const inBcryptAlphabet = (bytes: number) => characters(bytes).replaceAll("+", ".");
  // The last characters of both parts carry fewer bits than the others; a dot has none of them set.
  const salt = `${inBcryptAlphabet(15)}..`;
  const digest = `${inBcryptAlphabet(21)}...`;
  return `$2b$${String(algorithm.cost).padStart(2, "0")}$${salt}${digest}`;
}
