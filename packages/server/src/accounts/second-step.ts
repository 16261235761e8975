import { isBanned } from "../bans/ban.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { DomainError } from "../domain-error.ts";
import type { SecondFactor, SecondFactorMethod } from "../second-factor/service.ts";
import type { Device } from "../sessions/service.ts";
import { TokenInvalidError } from "./errors.ts";
import type { SignedIn, SignIns } from "./sign-in.ts";
import { lockSigningIn } from "./sign-in-queries.ts";

export interface SecondStepRequest {
  readonly challenge: string;
  /** From the cookie of the browser that began. */
  readonly browserProof: string | undefined;
  readonly method: SecondFactorMethod;
  readonly code: string;
  /** As the first step asked for, if it is left out. */
  readonly delivery?: "cookie" | "body" | undefined;
  readonly keyThumbprint?: string | undefined;
  readonly device: Device;
  readonly trustDevice: boolean;
  /** What this browser is trusted by already, perhaps by another account. */
  readonly trustedDevice?: string | undefined;
}

export interface SecondStep {
  readonly outcome: SignedIn;
  readonly delivery: "cookie" | "body";
  /** What the device presents at its next sign-in, if it is trusted from now on. */
  readonly trusted: { readonly token: string; readonly expiresAt: Date } | undefined;
}

/** The end of a sign-in that was asked for a second factor. */
export function createSecondStep(deps: {
  database: Database;
  clock: Clock;
  signIns: SignIns;
  secondFactor: SecondFactor;
}) {
  const { database, clock, signIns, secondFactor } = deps;
  const { challenges, trustedDevices } = secondFactor;

  /**
   * @throws {TokenInvalidError} the challenge is unknown, used, expired, burnt, another browser's, or the account
   *   has changed since its first step
   * @throws {InvalidCodeError} {SecondFactorRestsError}
   */
  return async function takeSecondStep(request: SecondStepRequest): Promise<SecondStep> {
    const result = await inTransaction(
      database,
      async (trx, afterCommit): Promise<SecondStep | DomainError> => {
        // The account first, as everybody does: whoever deletes it holds it, and then waits for its challenges.
        const begun = await challenges.find(trx, request);
        const owner = begun && (await lockSigningIn(trx, begun));
        const challenge = await challenges.lock(trx, request);
        if (!challenge) return new TokenInvalidError();
        const { id, userId, epoch, dpopThumbprint, guestId, keepGuestChats, claimable } = challenge;
        const { device, keyThumbprint, delivery = challenge.delivery } = request;
        const otherKey = dpopThumbprint !== null && dpopThumbprint !== keyThumbprint;
        const unbindable = keyThumbprint !== undefined && delivery === "cookie";
        if (otherKey || unbindable) return new TokenInvalidError();
        if (!owner?.twoFactorEnabled || isBanned(owner, clock.now())) {
          await challenges.use(trx, id);
          return new TokenInvalidError();
        }
        const refusal = await secondFactor.refuseCode(trx, userId, request);
        if (refusal) {
          await challenges.countWrongCode(trx, id);
          return refusal;
        }
        await challenges.use(trx, id);
        const trusted = request.trustDevice
          ? await trustedDevices.trust(trx, { userId, epoch }, { device, presented: request.trustedDevice })
          : undefined;
        const asked = { delivery, keyThumbprint, device, keepGuestChats, claimable };
        const signIn = { ...asked, guestId: guestId ?? undefined };
        const proven = { userId, epoch, method: "second-factor" };
        const outcome = await signIns.open(trx, afterCommit, proven, signIn);
        return outcome ? { outcome, delivery, trusted } : new TokenInvalidError();
      },
    );
    // Thrown only now: what was counted stays counted.
    if (result instanceof Error) throw result;
    return result;
  };
}
