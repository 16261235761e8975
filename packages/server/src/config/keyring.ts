import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { inspect } from "node:util";

/** Something at rest needs a secret that is not listed any more. */
export class SecretMissingError extends Error {
  constructor(id: string) {
    super(
      `Stored keys need the secret with the id "${id}", which BOOKPLATE_SECRET does not list. ` +
        `Add it again at the end of the list: BOOKPLATE_SECRET=<new id>:<new secret>,${id}:<old secret>`,
    );
    this.name = "SecretMissingError";
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
  | "password-prehash"
  | "better-auth";

/**
 * The server's secrets as a list with ids: the first one mints, all of them verify, so that a
 * secret can be replaced without signing anybody out. Keys are derived per purpose (HKDF-SHA-256,
 * RFC 5869); no secret is used as it stands.
 */
export class Keyring {
  readonly #secrets: ReadonlyMap<string, string>;
  readonly #derived = new Map<string, Buffer>();
  readonly currentId: string;

  constructor(secrets: readonly NamedSecret[]) {
    const first = secrets[0];
    if (!first) throw new TypeError("A keyring needs at least one secret.");
    this.#secrets = new Map(secrets.map(({ id, secret }) => [id, secret]));
    this.currentId = first.id;
  }

  /** 32 bytes, or `undefined` when no secret with that id is configured (any more). */
  key(purpose: KeyPurpose, id: string = this.currentId): Buffer | undefined {
    const name = `${purpose}/${id}`;
    const known = this.#derived.get(name);
    if (known) return known;
    const secret = this.#secrets.get(id);
    if (secret === undefined) return undefined;
    const key = Buffer.from(hkdfSync("sha256", secret, "", `bookplate/${purpose}`, 32));
    this.#derived.set(name, key);
    return key;
  }

  currentKey(purpose: KeyPurpose): Buffer {
    const key = this.key(purpose);
    if (!key) throw new Error("The current secret has no key.");
    return key;
  }

  mac(purpose: KeyPurpose, text: string): Buffer {
    return createHmac("sha256", this.currentKey(purpose)).update(text).digest();
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

  toJSON(): string {
    return "[secret]";
  }

  [inspect.custom](): string {
    return "[secret]";
  }
}
