import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from "node:crypto";
import type { Logger } from "pino";
import type { Notifications } from "../database/notifications.ts";
import { readKeyStates, type SigningKeyState } from "./signing-key-life.ts";
import * as queries from "./signing-key-queries.ts";
import {
  createSigningKeyRotation,
  type SigningKeyRotationDeps,
  signingKeysTopic,
} from "./signing-key-rotation.ts";

/** How soon a node knows of a change that it was not told about. */
const reloadEveryMs = 30_000;
const unknownKeyPauseMs = 60_000;

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

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

interface HeldKey {
  readonly kid: string;
  readonly activatesAt: Date;
  readonly publicKey: KeyObject;
  /** Or why it cannot be read: a node that was not restarted yet may lack the newest secret. */
  readonly privateKey: KeyObject | Error;
  readonly published: PublishedKey;
}

/**
 * The ES256 keys of the access tokens, held in memory. The table is Better Auth's `jwks`; private keys
 * are encrypted in it with a key that names its secret. Each node reads it again when it is told, and every
 * half minute; with the database away it goes on with what it has.
 */
export function createSigningKeys(
  deps: SigningKeyRotationDeps & { notifications: Pick<Notifications, "send" | "subscribe">; log: Logger },
) {
  const { database, keyring, clock, log } = deps;
  const rotation = createSigningKeyRotation(deps);
  let held = new Map<string, HeldKey>();
  let lastSearchMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let lastReload = Promise.resolve();

  /** One after the other: an answer that was overtaken must not bring a removed key back. */
  function reload(): Promise<void> {
    const next = lastReload.then(async () => {
      const rows = await queries.listSigningKeys(database);
      held = new Map(rows.map((row) => [row.id, hold(row, held.get(row.id))]));
    });
    lastReload = next.catch((error: unknown) => {
      log.warn({ err: error }, "the signing keys could not be read; those in memory go on");
    });
    return next;
  }

  /** Decrypting again is only for a key that could not be read before. */
  function hold(row: queries.StoredSigningKey, known: HeldKey | undefined): HeldKey {
    const { id: kid, activatesAt } = row;
    if (known && !(known.privateKey instanceof Error)) return { ...known, activatesAt };
    const jwk = parseJwk(row.publicKey);
    const publicKey = createPublicKey({ key: jwk, format: "jwk" });
    return { kid, activatesAt, publicKey, published: toPublishedKey(kid, jwk), privateKey: readPrivate(row) };
  }

  /** One that cannot be read must not keep this node from hearing that another was removed. */
  function readPrivate({ privateKey }: queries.StoredSigningKey): KeyObject | Error {
    try {
      const jwk = parseJwk(keyring.decrypt("signing-key-encryption", privateKey));
      return createPrivateKey({ key: jwk, format: "jwk" });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  function inState(...wanted: SigningKeyState[]): HeldKey[] {
    const keys = [...held.values()];
    const states = readKeyStates(keys, clock.now());
    return keys.filter((_, index) => wanted.includes(states[index] ?? "over"));
  }

  /** @throws {SecretMissingError} no key can be read */
  function current(): SigningKey {
    // The one before it is still published, for a node that cannot read the newest.
    const [newest, ...before] = inState("signs", "verifies").reverse();
    if (!newest) throw new Error("Signing keys are used before they are loaded.");
    for (const { kid, privateKey } of [newest, ...before])
      if (!(privateKey instanceof Error)) return { kid, privateKey };
    throw newest.privateKey;
  }

  async function thenReload(change: Promise<unknown>): Promise<void> {
    await change;
    await reload();
  }

  deps.notifications.subscribe(signingKeysTopic, {
    message: () => void reload().catch(() => {}),
    catchUp: reload,
  });

  return {
    /** Loads the keys; the first node to start makes one. @throws {SecretMissingError} */
    async start(): Promise<void> {
      await thenReload(rotation.ensureFirst());
      current();
      timer = setInterval(() => void reload().catch(() => {}), reloadEveryMs).unref();
    },

    async stop(): Promise<void> {
      clearInterval(timer);
      await lastReload;
    },

    current,

    /** Whether tokens of this key count, by what this node knows. */
    has: (kid: string): boolean => held.has(kid),

    /**
     * The public key with this id. An unknown id may belong to a key that another node has just made,
     * so the table is read again, at most once a minute: a stranger cannot make the server work.
     */
    async find(kid: string): Promise<KeyObject | undefined> {
      const known = held.get(kid);
      if (known) return known.publicKey;
      const now = clock.now().getTime();
      if (now - lastSearchMs < unknownKeyPauseMs) return undefined;
      lastSearchMs = now;
      await reload();
      return held.get(kid)?.publicKey;
    },

    /** Every key that signs, will sign, or has signed tokens that may still live. */
    published: (): readonly PublishedKey[] =>
      inState("signs", "next", "verifies").map(({ published }) => published),

    /** Reads the table again, because somebody has changed it. */
    reload,
    rotateIfDue: () => thenReload(rotation.rotateIfDue()),
    purge: () => thenReload(rotation.purge()),
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
