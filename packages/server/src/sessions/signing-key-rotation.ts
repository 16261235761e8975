// Changes of the signing keys. They happen under one lock, so that any number of nodes and commands agree;
// every process reads their result from the table. See docs/decisions/018.
import { generateKeyPairSync } from "node:crypto";
import { createAudit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { Notifications } from "../database/notifications.ts";
import { inTransaction } from "../database/transaction.ts";
import { uuidv7 } from "../uuid.ts";
import { publishedBeforeUseMs, readKeyStates, type SigningKeyState, signsForMs } from "./signing-key-life.ts";
import * as queries from "./signing-key-queries.ts";

/** What processes tell each other under: the keys have changed. */
export const signingKeysTopic = "signing-keys";

/** A key as operators see it. */
export interface ListedKey {
  readonly kid: string;
  readonly state: SigningKeyState;
  readonly activatesAt: Date;
}

export interface SigningKeyRotationDeps {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, "send">;
}

export function createSigningKeyRotation(deps: SigningKeyRotationDeps) {
  const { database, keyring, clock, notifications } = deps;
  const audit = createAudit(deps);

  /** Made before the transaction: making one takes longer than storing it. */
  function newKey(activatesAt: Date) {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    return {
      id: uuidv7(),
      publicKey: JSON.stringify(publicKey.export({ format: "jwk" })),
      privateKey: keyring.encrypt(
        "signing-key-encryption",
        JSON.stringify(privateKey.export({ format: "jwk" })),
      ),
      alg: "ES256",
      crv: "P-256",
      createdAt: clock.now(),
      activatesAt,
      expiresAt: null,
    };
  }

  async function listIn(db: Database | Transaction): Promise<ListedKey[]> {
    const rows = await queries.listSigningKeys(db);
    const states = readKeyStates(rows, clock.now());
    return rows.map(({ id, activatesAt }, index) => ({
      kid: id,
      activatesAt,
      state: states[index] ?? "over",
    }));
  }

  /** @returns what `act` returns; everybody is told unless that is nothing */
  function change<T>(act: (trx: Transaction, keys: ListedKey[]) => Promise<T | undefined>) {
    return inTransaction(database, async (trx) => {
      await queries.lockSigningKeys(trx);
      const result = await act(trx, await listIn(trx));
      if (result !== undefined) await notifications.send(trx, signingKeysTopic, "changed");
      return result;
    });
  }

  /** Publishes the next key, if none waits and, with `onlyIfOld`, the present one has signed long enough. */
  function prepare(onlyIfOld: boolean): Promise<ListedKey | undefined> {
    const activatesAt = new Date(clock.now().getTime() + publishedBeforeUseMs);
    const key = newKey(activatesAt);
    return change(async (trx, keys) => {
      const signing = keys.find(({ state }) => state === "signs");
      const old =
        signing !== undefined && signing.activatesAt.getTime() + signsForMs <= activatesAt.getTime();
      if (keys.some(({ state }) => state === "next") || (onlyIfOld && !old)) return undefined;
      await queries.insertSigningKey(trx, key);
      await audit.record(trx, {
        kind: "signing-key-rotated",
        userId: null,
        actor: { kind: onlyIfOld ? "system" : "operator" },
        detail: { kid: key.id },
      });
      return { kid: key.id, state: "next", activatesAt };
    });
  }

  return {
    list: () => listIn(database),

    /** Makes the first key, unless there is one: nodes that start together share it. */
    async ensureFirst(): Promise<void> {
      const key = newKey(clock.now());
      await change(async (trx, keys) => {
        if (keys.length > 0) return undefined;
        await queries.insertSigningKey(trx, key);
        return key.id;
      });
    },

    /** Publishes the next key, which signs ten minutes later. @returns `undefined` if one is waiting already */
    rotate: () => prepare(false),

    rotateIfDue: () => prepare(true),

    /**
     * Removes a key at once, with every token that it has signed. If it was the one that signs, the next
     * key, or a new one, takes its place now: verifiers meet an unknown `kid` and look again.
     *
     * @returns the key that signs from now on, or `undefined` if there is no such key
     */
    remove(kid: string): Promise<string | undefined> {
      const now = clock.now();
      const replacement = newKey(now);
      return change(async (trx, keys) => {
        const removed = keys.find((key) => key.kid === kid);
        if (!removed) return undefined;
        await queries.deleteSigningKeys(trx, [kid]);
        await audit.record(trx, {
          kind: "signing-key-removed",
          userId: null,
          actor: { kind: "operator" },
          detail: { kid, state: removed.state },
        });
        if (removed.state !== "signs") return keys.find(({ state }) => state === "signs")?.kid;
        const next = keys.find(({ state }) => state === "next");
        if (next) await queries.activateSigningKey(trx, next.kid, now);
        else await queries.insertSigningKey(trx, replacement);
        return next?.kid ?? replacement.id;
      });
    },

    /** Deletes keys whose last token has expired. */
    async purge(): Promise<void> {
      await change(async (trx, keys) => {
        const over = keys.filter(({ state }) => state === "over").map(({ kid }) => kid);
        await queries.deleteSigningKeys(trx, over);
        return over.length > 0 ? over : undefined;
      });
    },
  };
}

export type SigningKeyRotation = ReturnType<typeof createSigningKeyRotation>;
