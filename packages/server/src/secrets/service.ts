// Which server secrets have been used, and what still needs them: so that a secret can be replaced as often as
// one likes, and none is dropped while a reader would notice. See docs/decisions/018.
import { createAudit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { SecretExchangedError, SecretInUseError, SecretNeededError, UnknownSecretError } from "./errors.ts";
import type { Held, HeldThing, UsedSecret } from "./holding.ts";
import { holdings } from "./holdings.ts";
import * as queries from "./queries.ts";

/** A node that is killed writes nothing any more, so it writes how long it may mint before it does. */
const noteEveryMs = 10 * 60_000;
const mintsAheadMs = 2 * noteEveryMs;

export interface SecretReport {
  readonly id: string;
  readonly state: "mints" | "verifies" | "not-listed";
  /** Nothing: it can be dropped. */
  readonly needs: readonly Held[];
}

export function createSecrets(deps: { database: Database; keyring: Keyring; clock: Clock }) {
  const { database, keyring, clock } = deps;
  const audit = createAudit(deps);
  let timer: NodeJS.Timeout | undefined;

  async function countNeeds(secret: UsedSecret): Promise<Held[]> {
    const needs: Held[] = [];
    for (const { thing, count } of holdings) {
      const found = await count(database, secret, clock.now());
      if (found > 0) needs.push({ thing, count: found });
    }
    return needs;
  }

  /** @throws {SecretExchangedError} */
  async function note(id: string, mintsUntil: Date): Promise<void> {
    const checkValue = keyring.key("check-value", id)?.export();
    if (!checkValue) return;
    const stored = await queries.noteMinting(database, { id, checkValue, mintsUntil });
    if (!checkValue.equals(stored.checkValue)) throw new SecretExchangedError(id);
  }

  /** An operator's act. */
  const record = (
    db: Database | Transaction,
    kind: "secret-forgotten" | "secrets-reencrypted",
    detail: Readonly<Record<string, unknown>>,
  ) => audit.record(db, { kind, userId: null, actor: { kind: "operator" }, detail });

  const noteCurrent = () => note(keyring.currentId, new Date(clock.now().getTime() + mintsAheadMs));

  /**
   * Makes everything anew under the first secret that can be, beside a running server.
   *
   * @returns how many of each kind were moved
   * @throws {UnknownSecretError} no server has used the first secret yet: none could read what is moved to it
   * @throws {SecretExchangedError}
   */
  async function reencrypt(): Promise<Partial<Record<HeldThing, number>>> {
    const used = await queries.listSecrets(database);
    if (!used.some(({ id }) => id === keyring.currentId)) throw new UnknownSecretError(keyring.currentId);
    await note(keyring.currentId, new Date(0));
    const moved: Partial<Record<HeldThing, number>> = {};
    for (const { thing, move } of holdings) if (move) moved[thing] = await move(database, keyring);
    return moved;
  }

  return {
    /**
     * Makes sure that nothing needs a secret that is not listed, then notes that the first one mints.
     *
     * @throws {SecretNeededError} {SecretExchangedError}
     */
    async start(): Promise<void> {
      const used = await queries.listSecrets(database);
      for (const secret of used.filter(({ id }) => !keyring.ids.includes(id))) {
        const needs = await countNeeds(secret);
        if (needs.length > 0) throw new SecretNeededError(secret.id, needs, keyring.currentId);
        await queries.deleteSecret(database, secret.id);
      }
      // A database from before this was noted: any of them may have minted.
      const minted = used.length === 0 ? keyring.ids : used.map(({ id }) => id);
      for (const id of minted) await note(id, used.length === 0 ? clock.now() : new Date(0));
      await noteCurrent();
      // With the database away nothing is minted either; the next note comes in time.
      timer = setInterval(() => void noteCurrent().catch(() => {}), noteEveryMs).unref();
    },

    stop: () => clearInterval(timer),

    /** Every secret that is listed or was used, and what needs it. */
    async report(): Promise<SecretReport[]> {
      const used = new Map((await queries.listSecrets(database)).map((secret) => [secret.id, secret]));
      const reports: SecretReport[] = [];
      for (const id of new Set([...keyring.ids, ...used.keys()])) {
        const listed = keyring.ids.includes(id) ? "verifies" : "not-listed";
        const needs = await countNeeds(used.get(id) ?? { id, mintsUntil: new Date(0) });
        reports.push({ id, state: id === keyring.currentId ? "mints" : listed, needs });
      }
      return reports;
    },

    async reencrypt(): Promise<Partial<Record<HeldThing, number>>> {
      const moved = await reencrypt();
      await record(database, "secrets-reencrypted", { id: keyring.currentId, moved });
      return moved;
    },

    /**
     * Gives a secret up although something needs it: what cannot be moved any more is lost, and the next start
     * without the secret succeeds.
     *
     * @returns what is lost
     * @throws {SecretInUseError} {UnknownSecretError}
     */
    async forget(id: string): Promise<readonly Held[]> {
      const secret = (await queries.listSecrets(database)).find((used) => used.id === id);
      if (!secret) throw new UnknownSecretError(id);
      const known = keyring.key("check-value", id)?.export().equals(secret.checkValue) === true;
      if (known && id === keyring.currentId) throw new SecretInUseError(id);
      if (known) await reencrypt();
      const lost = await countNeeds(secret);
      for (const { drop } of holdings) await drop?.(database, id);
      await inTransaction(database, async (trx) => {
        await queries.deleteSecret(trx, id);
        await record(trx, "secret-forgotten", {
          id,
          lost: lost.map(({ thing, count }) => ({ thing, count })),
        });
      });
      return lost;
    },
  };
}

export type Secrets = ReturnType<typeof createSecrets>;
