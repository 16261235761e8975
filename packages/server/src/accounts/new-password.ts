import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import type { LetterTokens } from "./letter-tokens.ts";
import { type LockedOwner, replacePassword } from "./recovery-queries.ts";

export interface NewPasswordDeps {
  readonly clock: Clock;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly tokens: LetterTokens;
  readonly audit: Audit;
  readonly mail: Mail;
  /** Where somebody asks for another password. */
  readonly forgotUrl: string;
}

/**
 * Whoever has the new password is the owner; whoever only had the old one is out: sessions end, sign-ins and
 * step-ups that are under way fail, devices are trusted no more, and letters that wait in a mailbox lose their
 * worth. The way back to an earlier address alone survives. OWASP ASVS 5.0, 6.3.7, 7.4.3.
 */
export function createNewPassword(deps: NewPasswordDeps) {
  const { clock, identities, sessions, secondFactor, tokens, audit, mail } = deps;

  /**
   * @param change.owner - whose row the caller holds
   * @returns the epoch that counts from now on
   */
  return async function setPassword(
    trx: Transaction,
    afterCommit: AfterCommit,
    change: {
      owner: LockedOwner;
      passwordHash: string;
      kind: "password-changed" | "password-reset";
      device: Device;
    },
  ): Promise<number> {
    const { owner, passwordHash, kind, device } = change;
    const { userId } = owner;
    const at = clock.now();
    if (!(await replacePassword(trx, { userId, passwordHash, at }))) {
      await identities.createCredential(trx, userId, passwordHash);
    }
    await tokens.revokeAll(trx, userId);
    await sessions.endAllOf(trx, afterCommit, userId);
    await secondFactor.trustedDevices.forgetAll(trx, userId);
    const epoch = await sessions.raiseEpoch(trx, afterCommit, userId);
    await audit.record(trx, { kind, userId, ...device });
    await mail.enqueue(trx, {
      kind: "password-changed",
      to: owner.email,
      language: owner.language ?? "en",
      device: device.userAgent,
      at,
      url: deps.forgotUrl,
    });
    return epoch;
  };
}

export type SetPassword = ReturnType<typeof createNewPassword>;
