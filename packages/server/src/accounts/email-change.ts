// An account gets another address: a letter there proves that its owner wants that. Nobody learns from it who
// has an account, and the address until now can take everything back; see `email-undo.ts`. OWASP ASVS 5.0, 6.3.7.
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { ValidationError } from "../domain-error.ts";
import type { Mail } from "../mail/mail.ts";
import { fieldSentences } from "../problem-codes.ts";
import { TokenStaleError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device } from "../sessions/service.ts";
import type { Addresses } from "./addresses.ts";
import { AccountNotFoundError, TokenInvalidError } from "./errors.ts";
import type { LetterRequests, TakenRequest } from "./letter-requests.ts";
import type { LetterTokens } from "./letter-tokens.ts";
import { deletePendingOf } from "./pending-queries.ts";
import { findCredential, lockEmails } from "./queries.ts";
import { findOwner, type LockedOwner, lockOwner, replaceEmail } from "./recovery-queries.ts";
import type { StepUp } from "./step-up.ts";

const hourMs = 60 * 60_000;
const confirmLifetimeMs = 24 * hourMs;
/** As long the address before stays reserved, and can undo the change. */
const undoLifetimeMs = 72 * hourMs;

export interface EmailChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly stepUp: StepUp;
  readonly tokens: LetterTokens;
  readonly requests: LetterRequests;
  readonly addresses: Addresses;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly bookUrl: string;
  readonly loginUrl: string;
}

export function createEmailChange(deps: EmailChangeDeps) {
  const { database, clock, stepUp, tokens, requests, addresses, audit, mail, bookUrl } = deps;

  /** To the new address: confirm it, or for one that an account has, a word to that account's owner. */
  async function write(trx: Transaction, { email, userId, detail, createdAt }: TakenRequest): Promise<void> {
    const owner = userId === null ? undefined : await findOwner(trx, userId);
    // Since then a password was changed or another change undone.
    if (!owner || owner.epoch !== detail.epoch) return;
    if (await addresses.isTaken(trx, email, owner.userId)) {
      const known = await findCredential(trx, email);
      const language = known?.language ?? "en";
      return mail.enqueue(trx, { kind: "already-registered", to: email, language, loginUrl: deps.loginUrl });
    }
    const issued = await tokens.issue(trx, {
      purpose: "change-email",
      email,
      userId: owner.userId,
      linkLifetimeMs: confirmLifetimeMs,
      detail: { askedAt: createdAt.toISOString() },
    });
    if (!issued) return;
    await mail.enqueue(trx, {
      kind: "email-change-confirm",
      to: email,
      language: owner.language ?? "en",
      name: owner.name,
      url: `${bookUrl}/email-change#${new URLSearchParams({ token: issued.token })}`,
      expiresInHours: confirmLifetimeMs / hourMs,
      device: String(detail.userAgent),
      at: createdAt,
    });
  }

  requests.define("email-change", write);

  /** The owner of an address that was never proven cannot take an account back that was never theirs. */
  async function keepWayBack(
    trx: Transaction,
    owner: LockedOwner,
    change: { newEmail: string; since: unknown; device: Device },
  ): Promise<void> {
    if (!owner.emailVerified) return;
    const at = clock.now();
    const { token } = await tokens.issueUncapped(trx, {
      purpose: "undo-email-change",
      email: owner.email,
      userId: owner.userId,
      linkLifetimeMs: undoLifetimeMs,
      detail: { since: change.since },
    });
    await mail.enqueue(trx, {
      kind: "email-changed",
      to: owner.email,
      language: owner.language ?? "en",
      newEmail: change.newEmail,
      undoUrl: `${bookUrl}/email-undo#${new URLSearchParams({ token })}`,
      undoUntil: new Date(at.getTime() + undoLifetimeMs),
      device: change.device.userAgent,
      at,
    });
  }

  return {
    /**
     * Asks for another address, after a step-up or with the password.
     *
     * @throws {AccountNotFoundError} a guest has no address
     * @throws {StepUpRequiredError} {InvalidCredentialsError} {ServerBusyError}
     * @throws {ValidationError} it is the account's address already
     * @throws {TokenStaleError} the account changed in the meantime
     */
    async ask(
      principal: Principal,
      change: { newEmail: string; password?: string | undefined; device: Device },
    ): Promise<void> {
      const { userId, sessionId, epoch, guest } = principal;
      const { newEmail, password, device } = change;
      if (guest) throw new AccountNotFoundError();
      await stepUp.prove(principal, { password }, device);
      await inTransaction(database, async (trx) => {
        const owner = await lockOwner(trx, userId);
        if (owner?.epoch !== epoch) throw new TokenStaleError();
        if (owner.email === newEmail) {
          const code = "value-invalid";
          throw new ValidationError([{ field: "newEmail", code, message: fieldSentences[code] }]);
        }
        const { ipAddress, userAgent } = device;
        await requests.ask(trx, {
          kind: "email-change",
          email: newEmail,
          userId,
          detail: { epoch, userAgent },
        });
        await audit.record(trx, {
          kind: "email-change-requested",
          userId,
          sessionId,
          ipAddress,
          userAgent,
          detail: { newEmail },
        });
      });
    },

    /**
     * The new address is the account's from now on. Nobody is signed in or out by it.
     *
     * @returns the address
     * @throws {TokenInvalidError} unknown, used, expired, voided, or the address went another way
     */
    async confirm(token: string, device: Device): Promise<string> {
      const found = await tokens.findByToken(database, "change-email", token);
      const owner = found?.userId ? await findOwner(database, found.userId) : undefined;
      if (!found || !owner) throw new TokenInvalidError();
      const { userId } = owner;
      const { email } = found;
      await inTransaction(database, async (trx) => {
        await lockEmails(trx, [owner.email, email]);
        const current = await lockOwner(trx, userId);
        if (current?.email !== owner.email) throw new TokenInvalidError();
        if (!(await tokens.consume(trx, found.id))) throw new TokenInvalidError();
        if (await addresses.isTaken(trx, email, userId)) throw new TokenInvalidError();
        await deletePendingOf(trx, email);
        // What was sent to the address before opens nothing any more.
        await tokens.revokeAll(trx, userId);
        await replaceEmail(trx, { userId, email, at: clock.now() });
        await keepWayBack(trx, current, { newEmail: email, since: found.detail.askedAt, device });
        const { ipAddress, userAgent } = device;
        await audit.record(trx, {
          kind: "email-changed",
          userId,
          ipAddress,
          userAgent,
          detail: { newEmail: email },
        });
      });
      return email;
    },
  };
}
