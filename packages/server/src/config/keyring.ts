import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { inspect } from "node:util";
import { OperatorRefusal } from "../operator-refusal.ts";

/** Something at rest needs a secret that is not listed any more. */
export class SecretMissingError extends OperatorRefusal {
  constructor(id: string) {
    super((words) => words.failures.secretMissing({ id }));
  }
}

export interface NamedSecret {
  readonly id: string;
  readonly secret: string;
}

/** A purpose separates keys: one that signs refresh tokens never encrypts a letter. */
export type KeyPurpose =
  | "refresh-token"
  | "session-handle"
  | "signing-key-encryption"
  | "letter-encryption"
  | "letter-code"
  | "totp-encryption"
  | "unsubscribe"
  | "dpop-nonce"
  | "passkey-challenge"
  | "password-prehash"
  | "identifier"
  | "better-auth"
  | "check-value";

/**
 * The server's secrets as a list with ids: the first one mints, all of them verify, so that a
 * secret can be replaced without signing anybody out. Keys are derived per purpose (HKDF-SHA-256,
 * RFC 5869); no secret is used as it stands.
 */
export class Keyring {
  readonly #secrets: ReadonlyMap<string, string>;
  readonly #derived = new Map<string, KeyObject>();
  readonly currentId: string;
  /** The first one first. */
  readonly ids: readonly string[];

  constructor(secrets: readonly NamedSecret[]) {
    const first = secrets[0];
    if (!first) throw new TypeError("A keyring needs at least one secret.");
    this.#secrets = new Map(secrets.map(({ id, secret }) => [id, secret]));
    this.currentId = first.id;
    this.ids = [...this.#secrets.keys()];
  }

  /** 32 bytes, or `undefined` when no secret with that id is configured (any more). */
  key(purpose: KeyPurpose, id: string = this.currentId): KeyObject | undefined {
    const name = `${purpose}/${id}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const secret = this.#secrets.get(id);
    if (secret === undefined) return undefined;
    const key = createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", `bookplate/${purpose}`, 32)));
    this.#derived.set(name, key);
    return key;
  }

  currentKey(purpose: KeyPurpose): KeyObject {
    const key = this.key(purpose);
    if (!key) throw new Error("The current secret has no key.");
    return key;
  }

  mac(purpose: KeyPurpose, text: string): Buffer {
    return createHmac("sha256", this.currentKey(purpose)).update(text).digest();
  }

  /** The text's MAC under every secret, for comparing with one that was made before the first one was. */
  macs(purpose: KeyPurpose, text: string): Buffer[] {
    return this.ids.flatMap((id) => {
      const key = this.key(purpose, id);
      return key ? [createHmac("sha256", key).update(text).digest()] : [];
    });
  }

  /** AES-256-GCM; the result names its key: `<id>.<nonce>.<tag>.<ciphertext>`, base64url. */
  encrypt(purpose: KeyPurpose, plaintext: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", this.currentKey(purpose), nonce);
    const ciphertext = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
    return [
      this.currentId,
      ...[nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString("base64url")),
    ].join(".");
  }

  /** @throws {SecretMissingError} the key is gone @throws {Error} the text was changed */
  decrypt(purpose: KeyPurpose, encrypted: string): string {
    const [id = "", nonce = "", tag = "", ciphertext = ""] = encrypted.split(".");
    const key = this.key(purpose, id);
    if (!key) throw new SecretMissingError(id);
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"));
    decipher.setAuthTag(Buffer.from(tag, "base64url"));
    return decipher.update(Buffer.from(ciphertext, "base64url"), undefined, "utf8") + decipher.final("utf8");
  }

  /** @returns the same text under the first secret, or `undefined` if it is already, or cannot be read */
  reencrypt(purpose: KeyPurpose, encrypted: string): string | undefined {
    const [id = ""] = encrypted.split(".");
    if (id === this.currentId || !this.#secrets.has(id)) return undefined;
    return this.encrypt(purpose, this.decrypt(purpose, encrypted));
  }

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}
