// A code counts once, and guessing them gets nowhere: RFC 6238, section 5.2; OWASP ASVS 5.0, 6.5.1 and 6.6.3.
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Transaction } from "../database/database.ts";
import type { Device } from "../sessions/service.ts";
import { InvalidCodeError, SecondFactorRestsError } from "./errors.ts";
import type { TellOwner } from "./owner.ts";
import * as queries from "./queries.ts";
import { hashRecoveryCode } from "./recovery-codes.ts";
import { findTotpStep } from "./totp.ts";

/** So many wrong codes without a right one, over all sign-ins and step-ups together, and the factor rests. */
const triesBeforeRest = 10;
/** The first rest; each one after it is twice as long, up to a day. */
const firstRestMs = 15 * 60_000;
const longestRestMs = 24 * 60 * 60_000;

export type SecondFactorMethod = "totp" | "recovery-code";

export interface ShownCode {
  readonly method: SecondFactorMethod;
  readonly code: string;
  readonly device: Device;
  readonly sessionId?: string | undefined;
}

/** One field takes both: six digits are an app's, and no recovery code has only six characters. */
export function methodOf(code: string): SecondFactorMethod {
  return /^\d{6}$/.test(code) ? "totp" : "recovery-code";
}

export interface CodesDeps {
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly tellOwner: TellOwner;
}

export function createCodes({ clock, keyring, tellOwner }: CodesDeps) {
  /** @returns whether the factor rests from now on */
  async function countWrong(trx: Transaction, factor: queries.ConfirmedSecret): Promise<boolean> {
    const wrongCodes = factor.wrongCodes + 1;
    const rests = wrongCodes % triesBeforeRest === 0;
    const restMs = Math.min(firstRestMs * 2 ** (wrongCodes / triesBeforeRest - 1), longestRestMs);
    const restsUntil = rests ? new Date(clock.now().getTime() + restMs) : null;
    await queries.noteWrongCode(trx, factor.id, { wrongCodes, restsUntil });
    return rests;
  }

  /**
   * Checks a code and uses it up. Holds the factor's row, so of many submissions at once, on any node, one counts.
   *
   * @returns why it does not count, to be thrown after the commit: a wrong try is remembered
   */
  return async function refuseCode(
    trx: Transaction,
    userId: string,
    { method, code, device, sessionId }: ShownCode,
  ): Promise<InvalidCodeError | SecondFactorRestsError | undefined> {
    const factor = await queries.lockConfirmed(trx, userId);
    const now = clock.now();
    if (!factor) return new InvalidCodeError();
    if (factor.restsUntil && factor.restsUntil > now) {
      return new SecondFactorRestsError({ points: triesBeforeRest, until: factor.restsUntil, now });
    }
    const secret = keyring.decrypt("totp-encryption", factor.contents);
    if (method === "totp") {
      const step = findTotpStep(secret, code, now);
      if (step !== undefined && step > (factor.lastUsedStep ?? 0)) {
        await queries.noteRightCode(trx, factor.id, step);
        return undefined;
      }
    } else if (await queries.useRecoveryCode(trx, factor.id, hashRecoveryCode(secret, code))) {
      await queries.noteRightCode(trx, factor.id, undefined);
      await tellOwner(trx, { change: "recovery-code-used", userId, sessionId, device });
      return undefined;
    }
    const rests = await countWrong(trx, factor);
    if (rests) await tellOwner(trx, { change: "codes-guessed", userId, sessionId, device });
    return new InvalidCodeError();
  };
}
