// Somebody forgot the password: a letter to the account's address lets them choose another. Asking tells
// nothing, choosing signs nobody in. See docs/decisions/025-letters-and-recovery.md; OWASP ASVS 5.0, 6.4.3, 6.4.4.
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { TokenInvalidError } from "./errors.ts";
import type { LetterRequests, TakenRequest } from "./letter-requests.ts";
import type { LetterToken, LetterTokens } from "./letter-tokens.ts";
import type { SetPassword } from "./new-password.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { Passwords } from "./passwords.ts";
import * as queries from "./queries.ts";
import { findOwner, lockOwner } from "./recovery-queries.ts";
import type { Registration } from "./registration.ts";
import { hashToken, newToken } from "./secrets.ts";
import type { DropUnproven } from "./unproven.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
export const resetLinkLifetimeMs = hourMs;
const codeLifetimeMs = 10 * minuteMs;

export interface PasswordResetDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly tokens: LetterTokens;
  readonly requests: LetterRequests;
  readonly registration: Registration;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly setPassword: SetPassword;
  readonly dropUnproven: DropUnproven;
  readonly mail: Mail;
  readonly sessions: Pick<Sessions, "rememberDevice">;
  readonly bookUrl: string;
}

/** What the letter said, by its link or, in the window that asked, by its code. */
export type ResetProof = { readonly token: string } | { readonly requestId: string; readonly code: string };

/** The page that asks for a new password; its token stands where no server and no log sees it. */
export function resetUrl(bookUrl: string, { token, email }: { token: string; email: string }): string {
  return `${bookUrl}/reset#${new URLSearchParams({ token, email })}`;
}

export function createPasswordReset(deps: PasswordResetDeps) {
  const { database, clock, tokens, requests, registration, passwords, policy, mail, bookUrl } = deps;

  /** For an account; for a registration that waits, the letter that it lacks; for nobody, nothing that is sent. */
  async function write(trx: Transaction, request: TakenRequest): Promise<void> {
    const { email, detail, createdAt } = request;
    const wanted = {
      purpose: "reset-password",
      email,
      requestHash: Buffer.from(String(detail.requestHash), "base64url"),
      linkLifetimeMs: resetLinkLifetimeMs,
      codeLifetimeMs,
    } as const;
    const known = await queries.findCredential(trx, email);
    if (!known) {
      await registration.writeVerification(trx, request);
      return tokens.issueDecoy(trx, wanted);
    }
    const issued = await tokens.issue(trx, { ...wanted, userId: known.userId });
    if (!issued) return;
    await mail.enqueue(trx, {
      kind: "password-reset",
      to: email,
      language: known.language ?? "en",
      name: known.name,
      url: resetUrl(bookUrl, { token: issued.token, email }),
      code: issued.code,
      expiresInHours: resetLinkLifetimeMs / hourMs,
      codeExpiresInMinutes: codeLifetimeMs / minuteMs,
      device: String(detail.userAgent),
      at: createdAt,
    });
  }

  requests.define("password-reset", write);

  function findProof(proof: ResetProof): Promise<LetterToken | undefined> {
    const purpose = "reset-password";
    return "token" in proof
      ? tokens.findByToken(database, purpose, proof.token)
      : tokens.findByCode(database, { purpose, ...proof });
  }

  return {
    /** @returns what the letter's code is good together with; the same for every address */
    async ask(email: string, device: Device): Promise<{ requestId: string }> {
      const requestId = newToken();
      const requestHash = hashToken(requestId).toString("base64url");
      const detail = { requestHash, userAgent: device.userAgent };
      await inTransaction(database, (trx) => requests.ask(trx, { kind: "password-reset", email, detail }));
      return { requestId };
    },

    /**
     * Takes the new password. The address is proven by that, every session ends, and nobody is signed in.
     *
     * @throws {ValidationError} too weak; the letter stays good
     * @throws {TokenInvalidError} unknown, used, expired, foreign, or the address is another one by now
     * @throws {ServerBusyError}
     */
    async reset(proof: ResetProof, password: string, device: Device): Promise<void> {
      const found = await findProof(proof);
      const owner = found?.userId ? await findOwner(database, found.userId) : undefined;
      if (!found || !owner) throw new TokenInvalidError();
      const { userId } = owner;
      await policy.require("password", password, owner);
      const passwordHash = await passwords.hash(password);
      await inTransaction(database, async (trx, afterCommit) => {
        await queries.lockEmail(trx, found.email);
        const current = await lockOwner(trx, userId);
        if (!current || current.email !== found.email) throw new TokenInvalidError();
        if (!(await tokens.consume(trx, found.id))) throw new TokenInvalidError();
        if (!current.emailVerified) {
          await deps.dropUnproven(trx, afterCommit, userId);
          await queries.markEmailVerified(trx, userId, clock.now());
        }
        await deps.setPassword(trx, afterCommit, {
          owner: current,
          passwordHash,
          kind: "password-reset",
          device,
        });
        // Whoever reads the mailbox gets in from here with the new password, whatever strangers are trying meanwhile.
        if (device.browserToken !== undefined) {
          await deps.sessions.rememberDevice(trx, { userId, delivery: "cookie", device });
        }
      });
    },
  };
}
