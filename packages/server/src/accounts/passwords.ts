import { createHmac, type KeyObject } from "node:crypto";
import { hash, parseOptions, verify } from "@node-rs/bcrypt";
import type { Keyring } from "../config/keyring.ts";
import type { HashQueue } from "./hash-queue.ts";

/** bcrypt reads no further, silently. */
const bcryptMaxBytes = 72;
/** Before the id of the secret. */
export const prehashMarker = "prehashed:";

/**
 * Stores and checks passwords: bcrypt, off the event loop, every byte counting.
 *
 * A password over 72 bytes, or with a NUL, goes through HMAC-SHA-384 first, and the stored value says so
 * and names the key (`prehashed:<key id>:<bcrypt>`). When checking, the marker decides the path and not
 * the typed password: otherwise the base64 text itself would open the account.
 *
 * @see OWASP ASVS 5.0, 6.2.8, 11.4.2; OWASP Password Storage Cheat Sheet
 */
export function createPasswords(deps: { keyring: Keyring; queue: HashQueue; cost: number }) {
  const { keyring, queue, cost } = deps;
  /** What an unknown address is checked against, so that it costs the same as a known one. */
  const decoy = queue.run(() => hash(Buffer.from("nobody has this password"), { cost }));
  // It is awaited at the first use; until then a failure must not end the process.
  decoy.catch(() => {});

  return {
    /** @throws {ServerBusyError} */
    async hash(password: string): Promise<string> {
      const bytes = toBytes(password);
      if (fitsBcrypt(bytes)) return queue.run(() => hash(bytes, { cost }));
      const prehashed = prehash(bytes, keyring.currentKey("password-prehash"));
      const stored = await queue.run(() => hash(prehashed, { cost }));
      return `${prehashMarker}${keyring.currentId}:${stored}`;
    },

    /**
     * Always one hash of work, also when nothing is stored.
     *
     * @throws {ServerBusyError}
     */
    async verify(password: string, stored: string | null | undefined): Promise<boolean> {
      const bytes = toBytes(password);
      const { bcrypt, keyId } = readStored(stored);
      const key = keyId === undefined ? undefined : keyring.key("password-prehash", keyId);
      const candidate = keyId === undefined ? bytes : key && prehash(bytes, key);
      const comparable = bcrypt !== undefined && candidate !== undefined && fitsBcrypt(candidate);
      const against = comparable ? bcrypt : await decoy;
      const right = await queue.run(() => verify(comparable ? candidate : Buffer.from("wrong"), against));
      return comparable && right;
    },

    /** Whether a stored hash was made with another cost than today's, or needs a secret that is not the first. */
    isOutdated(stored: string): boolean {
      const { bcrypt, keyId = keyring.currentId } = readStored(stored);
      return bcrypt === undefined || parseOptions(bcrypt).cost !== cost || keyId !== keyring.currentId;
    },
  };
}

export type Passwords = ReturnType<typeof createPasswords>;

/** NFKC, so that a password typed on another keyboard is the same password (NIST SP 800-63B-4, 3.1.1.2). */
function toBytes(password: string): Buffer {
  return Buffer.from(password.normalize("NFKC"), "utf8");
}

function fitsBcrypt(bytes: Buffer): boolean {
  return bytes.length <= bcryptMaxBytes && !bytes.includes(0);
}

/** 64 base64 characters: bcrypt takes them whole. */
function prehash(bytes: Buffer, key: KeyObject): Buffer {
  return Buffer.from(createHmac("sha384", key).update(bytes).digest("base64"));
}

function readStored(stored: string | null | undefined): { bcrypt?: string; keyId?: string } {
  if (!stored) return {};
  if (!stored.startsWith(prehashMarker)) return { bcrypt: stored };
  const [keyId = "", bcrypt = ""] = stored.slice(prehashMarker.length).split(":");
  return { keyId, bcrypt };
}
