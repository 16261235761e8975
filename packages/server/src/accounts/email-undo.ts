// Whoever has the address that an account had until lately takes the account back: from a thief who changed it,
// whatever they did since. See docs/decisions/025-letters-and-recovery.md.
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { deletePasskeysOf } from "../passkeys/queries.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { TokenInvalidError } from "./errors.ts";
import type { LetterToken, LetterTokens } from "./letter-tokens.ts";
import { resetLinkLifetimeMs, resetUrl } from "./password-reset.ts";
import { deletePendingOf } from "./pending-queries.ts";
import { lockEmails } from "./queries.ts";
import {
  deletePassword,
  deleteProviders,
  findOwner,
  type LockedOwner,
  lockOwner,
  replaceEmail,
} from "./recovery-queries.ts";

const hourMs = 60 * 60_000;

export interface EmailUndoDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly tokens: LetterTokens;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly bookUrl: string;
}

export function createEmailUndo(deps: EmailUndoDeps) {
  const { database, clock, sessions, secondFactor, tokens, audit, mail, bookUrl } = deps;

  /** Every way in that the thief knows or made. The password goes in any case: that is how they came in, perhaps. */
  async function shutOut(
    trx: Transaction,
    afterCommit: AfterCommit,
    userId: string,
    undone: LetterToken,
  ): Promise<void> {
    const since = new Date(String(undone.detail.since));
    await sessions.endAllOf(trx, afterCommit, userId);
    await sessions.raiseEpoch(trx, afterCommit, userId);
    await deletePassword(trx, userId);
    await deleteProviders(trx, userId, since);
    await deletePasskeysOf(trx, userId, since);
    await secondFactor.setUp.dropSince(trx, afterCommit, { userId, since });
    await secondFactor.trustedDevices.forgetAll(trx, userId);
    await tokens.revokeAll(trx, userId);
    await tokens.revokeUndosAfter(trx, userId, undone.id);
  }

  async function askForPassword(trx: Transaction, owner: LockedOwner, email: string): Promise<void> {
    const { token } = await tokens.issueUncapped(trx, {
      purpose: "reset-password",
      email,
      userId: owner.userId,
      linkLifetimeMs: resetLinkLifetimeMs,
    });
    await mail.enqueue(trx, {
      kind: "email-change-undone",
      to: email,
      language: owner.language ?? "en",
      url: resetUrl(bookUrl, { token, email }),
      expiresInHours: resetLinkLifetimeMs / hourMs,
    });
  }

  /**
   * Gives the account its earlier address again, and to nobody a session: a letter there asks for a new password.
   *
   * @throws {TokenInvalidError} unknown, used, expired, or an earlier change has been undone
   */
  return async function undoEmailChange(token: string, device: Device): Promise<void> {
    const found = await tokens.findByToken(database, "undo-email-change", token);
    const owner = found?.userId ? await findOwner(database, found.userId) : undefined;
    if (!found || !owner) throw new TokenInvalidError();
    const { userId } = owner;
    const { email } = found;
    await inTransaction(database, async (trx, afterCommit) => {
      await lockEmails(trx, [owner.email, email]);
      const current = await lockOwner(trx, userId);
      if (current?.email !== owner.email) throw new TokenInvalidError();
      if (!(await tokens.consume(trx, found.id))) throw new TokenInvalidError();
      await deletePendingOf(trx, email);
      // The address last: it is a key, and writing it also stops sign-outs that are about to be recorded.
      await shutOut(trx, afterCommit, userId, found);
      await replaceEmail(trx, { userId, email, at: clock.now() });
      await askForPassword(trx, current, email);
      await audit.record(trx, {
        kind: "email-change-undone",
        userId,
        ipAddress: device.ipAddress,
        userAgent: device.userAgent,
      });
    });
  };
}
