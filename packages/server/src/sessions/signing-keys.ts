import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./signing-key-queries.ts";

const reloadPauseMs = 60_000;

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** A public key as `/.well-known/jwks.json` publishes it (RFC 7517). */
export interface PublishedKey {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly alg: "ES256";
  readonly use: "sig";
}

/**
 * The ES256 keys of the access tokens, held in memory. The table is Better Auth's `jwks`; private keys
 * are encrypted in it with a key that names its secret.
 */
export function createSigningKeys(deps: { database: Database; keyring: Keyring; clock: Clock }) {
  const { database, keyring, clock } = deps;
  let current: SigningKey | undefined;
  let publicKeys = new Map<string, KeyObject>();
  let published: readonly PublishedKey[] = [];
  let lastReloadMs = Number.NEGATIVE_INFINITY;

  async function load(): Promise<void> {
    const rows = await queries.listSigningKeys(database);
    publicKeys = new Map(
      rows.map((row) => [row.id, createPublicKey({ key: parseJwk(row.publicKey), format: "jwk" })]),
    );
    published = rows.map((row) => toPublishedKey(row.id, parseJwk(row.publicKey)));
    const newest = rows[0];
    if (!newest) return;
    const privateJwk = parseJwk(keyring.decrypt("signing-key-encryption", newest.privateKey));
    current = { kid: newest.id, privateKey: createPrivateKey({ key: privateJwk, format: "jwk" }) };
  }

  return {
    /** Loads the keys; the first node to start makes one, under a lock, so that all share it. */
    async start(): Promise<void> {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      await database.transaction().execute(async (trx) => {
        await queries.insertFirstSigningKey(trx, {
          id: uuidv7(),
          publicKey: JSON.stringify(publicKey.export({ format: "jwk" })),
          privateKey: keyring.encrypt(
            "signing-key-encryption",
            JSON.stringify(privateKey.export({ format: "jwk" })),
          ),
          createdAt: clock.now(),
        });
      });
      await load();
    },

    /** The key that signs now. */
    current(): SigningKey {
      if (!current) throw new Error("Signing keys are used before they are loaded.");
      return current;
    },

    /**
     * The public key with this id. An unknown id may belong to a key that another node has just made,
     * so the table is read again, at most once a minute: a stranger cannot make the server work.
     */
    async find(kid: string): Promise<KeyObject | undefined> {
      const known = publicKeys.get(kid);
      if (known) return known;
      const now = clock.now().getTime();
      if (now - lastReloadMs < reloadPauseMs) return undefined;
      lastReloadMs = now;
      await load();
      return publicKeys.get(kid);
    },

    published: (): readonly PublishedKey[] => published,
  };
}

export type SigningKeys = ReturnType<typeof createSigningKeys>;

function parseJwk(text: string): JsonWebKey {
  return JSON.parse(text) as JsonWebKey;
}

/** Public members only, by name: a private one could never slip through. */
function toPublishedKey(kid: string, { kty = "", crv = "", x = "", y = "" }: JsonWebKey): PublishedKey {
  return { kid, kty, crv, x, y, alg: "ES256", use: "sig" };
}
