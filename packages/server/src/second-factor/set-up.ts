import { findReader } from "../accounts/queries.ts";
import { setTwoFactor } from "../accounts/sign-in-queries.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { SessionEndedError, TokenStaleError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import { findSessionWithReader } from "../sessions/queries.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { uuidv7 } from "../uuid.ts";
import { InvalidCodeError, NoSecondFactorError } from "./errors.ts";
import type { TellOwner } from "./owner.ts";
import type { SecondFactorPolicy } from "./policy.ts";
import * as queries from "./queries.ts";
import { hashRecoveryCode, newRecoveryCodes } from "./recovery-codes.ts";
import { findTotpStep, newTotpSecret, otpauthUri } from "./totp.ts";
import type { TrustedDevices } from "./trusted-devices.ts";

/** A secret that was shown and not confirmed by then is forgotten. */
const setUpLastsMs = 60 * 60_000;

const ever = new Date(0);

export type Actor = Pick<Principal, "userId" | "sessionId" | "epoch">;

export interface SetUpDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly sessions: Sessions;
  readonly tellOwner: TellOwner;
  readonly trustedDevices: TrustedDevices;
  readonly policy: SecondFactorPolicy;
  /** What the reader's app calls this site. */
  readonly findIssuer: () => Promise<string>;
}

/** Turning the second factor on and off. Whoever calls has checked that the reader has just proven who they are. */
export function createSetUp(deps: SetUpDeps) {
  const { database, clock, keyring, sessions, tellOwner, trustedDevices, policy } = deps;
  const ago = (ms: number) => new Date(clock.now().getTime() - ms);

  /** Held to the end of the transaction, before the factor's own row: nobody waits in a circle. @throws {TokenStaleError} {SessionEndedError} */
  async function lockActor(trx: Transaction, { userId, sessionId, epoch }: Actor): Promise<void> {
    if (!(await queries.lockUser(trx, userId, epoch))) throw new TokenStaleError();
    // Signed out elsewhere in the meantime: whoever asks is not the reader any more.
    if (!(await findSessionWithReader(trx, sessionId))) throw new SessionEndedError();
  }

  async function makeRecoveryCodes(trx: Transaction, id: string, secret: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => hashRecoveryCode(secret, code));
    await queries.replaceRecoveryCodes(trx, id, { hashes, createdAt: clock.now() });
    return codes;
  }

  /** Where a role needs a second factor, the role that tokens name changes together with the factor. */
  async function switchTo(
    trx: Transaction,
    afterCommit: AfterCommit,
    userId: string,
    enabled: boolean,
  ): Promise<void> {
    const { role } = await setTwoFactor(trx, { userId, enabled, at: clock.now() });
    if (policy.requires(role)) await sessions.raiseEpoch(trx, afterCommit, userId);
  }

  async function turnOff(trx: Transaction, afterCommit: AfterCommit, userId: string): Promise<void> {
    await trustedDevices.forgetAll(trx, userId);
    await switchTo(trx, afterCommit, userId, false);
  }

  return {
    /**
     * A new secret. It counts for nothing until {@link confirm}; one that is in use stays in use until then.
     *
     * @returns also its recovery codes, for a client that shows them already; {@link confirm} then keeps them
     * @throws {TokenStaleError} {SessionEndedError} the account changed, or the session ended, in the meantime
     */
    async begin(
      actor: Actor,
    ): Promise<{ secret: string; otpauthUri: string; recoveryCodes: readonly string[] }> {
      const secret = newTotpSecret();
      const issuer = await deps.findIssuer();
      return inTransaction(database, async (trx) => {
        await lockActor(trx, actor);
        const reader = await findReader(trx, actor.userId);
        await queries.deletePending(trx, actor.userId);
        const id = uuidv7();
        await queries.insertPending(trx, {
          id,
          userId: actor.userId,
          contents: keyring.encrypt("totp-encryption", secret),
          createdAt: clock.now(),
        });
        const recoveryCodes = await makeRecoveryCodes(trx, id, secret);
        return {
          secret,
          otpauthUri: otpauthUri({ secret, issuer, label: reader?.email ?? "" }),
          recoveryCodes,
        };
      });
    },

    /**
     * Turns the second factor on, or exchanges it, once the reader's app has shown that it has the secret.
     * From now on a password that other sessions were shown is no step-up there.
     *
     * @param shown.recoveryCodes - `kept`: the reader has those that {@link begin} made
     * @returns new recovery codes, which nobody can read again
     * @throws {InvalidCodeError} also when nothing is being set up
     * @throws {TokenStaleError} {SessionEndedError}
     */
    async confirm(
      actor: Actor,
      shown: { code: string; device: Device; recoveryCodes: "new" | "kept" },
    ): Promise<readonly string[]> {
      const { code, device } = shown;
      return inTransaction(database, async (trx, afterCommit) => {
        await lockActor(trx, actor);
        const { userId, sessionId } = actor;
        const pending = await queries.lockPending(trx, userId, ago(setUpLastsMs));
        const secret = pending && keyring.decrypt("totp-encryption", pending.contents);
        const step = secret && findTotpStep(secret, code, clock.now());
        if (!pending || !secret || !step) throw new InvalidCodeError();
        await queries.confirm(trx, { id: pending.id, userId, step, at: clock.now() });
        const codes = shown.recoveryCodes === "new" ? await makeRecoveryCodes(trx, pending.id, secret) : [];
        // Those were trusted for a code of the secret before.
        await trustedDevices.forgetAll(trx, userId);
        await switchTo(trx, afterCommit, userId, true);
        await sessions.forgetOtherProofs(trx, actor);
        await tellOwner(trx, { change: "on", userId, sessionId, device });
        return codes;
      });
    },

    /** @throws {NoSecondFactorError} {TokenStaleError} {SessionEndedError} */
    async renewRecoveryCodes(actor: Actor, device: Device): Promise<readonly string[]> {
      return inTransaction(database, async (trx) => {
        await lockActor(trx, actor);
        const { userId, sessionId } = actor;
        const factor = await queries.lockConfirmed(trx, userId);
        if (!factor) throw new NoSecondFactorError();
        const secret = keyring.decrypt("totp-encryption", factor.contents);
        const codes = await makeRecoveryCodes(trx, factor.id, secret);
        await tellOwner(trx, { change: "recovery-codes-renewed", userId, sessionId, device });
        return codes;
      });
    },

    /** Turns the second factor off. Without one there is nothing to do. @throws {TokenStaleError} {SessionEndedError} */
    async remove(actor: Actor, device: Device): Promise<void> {
      await inTransaction(database, async (trx, afterCommit) => {
        await lockActor(trx, actor);
        const { userId, sessionId } = actor;
        if (!(await queries.deleteFactor(trx, userId, ever))) return;
        await turnOff(trx, afterCommit, userId);
        await tellOwner(trx, { change: "off", userId, sessionId, device });
      });
    },

    /**
     * For the owner who takes an account back: whatever was set up since then goes. Says nothing and asks nothing;
     * the caller ends the sessions and writes the letter.
     */
    async dropSince(
      trx: Transaction,
      afterCommit: AfterCommit,
      { userId, since }: { userId: string; since: Date },
    ): Promise<void> {
      await queries.deleteRecoveryCodesMadeAfter(trx, userId, since);
      if (await queries.deleteFactor(trx, userId, since)) await turnOff(trx, afterCommit, userId);
    },

    /** Forgets secrets that were shown and never confirmed. */
    purge: () => queries.deleteAbandoned(database, ago(setUpLastsMs)),
  };
}
