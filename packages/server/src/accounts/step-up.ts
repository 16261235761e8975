// Proving again who one is, in the middle of a session. With a second factor on, only it counts (or a passkey,
// see `passkeys/`): a password and a mailbox are what it is there to back up. OWASP ASVS 5.0, 7.5.1.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { InvalidCodeError } from "../second-factor/errors.ts";
import { methodOf, type SecondFactor, type SecondFactorMethod } from "../second-factor/service.ts";
import type { AccessToken } from "../sessions/access-tokens.ts";
import { SessionEndedError, StepUpRequiredError, TokenStaleError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { stepUpLastsMs } from "../sessions/step-up.ts";
import { InvalidCredentialsError } from "./errors.ts";
import type { NoteFailedSignIn } from "./failed-sign-ins.ts";
import type { LetterTokens } from "./letter-tokens.ts";
import type { Passwords } from "./passwords.ts";
import { lockEmail } from "./queries.ts";
import { findProofs, findProvenAt } from "./step-up-queries.ts";

const mailedCodeLastsMs = 10 * 60_000;

export type StepUpProof =
  | { readonly password: string }
  | { readonly method: SecondFactorMethod | "mail-code"; readonly code: string };

export interface StepUpDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly secondFactor: SecondFactor;
  readonly tokens: LetterTokens;
  readonly mail: Mail;
  readonly noteFailedSignIn: NoteFailedSignIn;
}

export function createStepUp(deps: StepUpDeps) {
  const { database, clock, passwords, sessions, secondFactor, tokens, mail, noteFailedSignIn } = deps;
  type Proofs = Awaited<ReturnType<typeof findProofs>>;

  /** The same work for whoever has no password. @throws {InvalidCredentialsError} {ServerBusyError} */
  async function requirePassword(
    { userId, sessionId }: Principal,
    proofs: Proofs,
    typed: { password: string; device: Device },
  ): Promise<void> {
    const { password, device } = typed;
    const right = await passwords.verify(password, proofs?.passwordHash ?? undefined);
    if (proofs?.passwordHash && right) return;
    if (proofs) await noteFailedSignIn({ email: proofs.email, userId, device, sessionId });
    throw new InvalidCredentialsError();
  }

  /** The code of a letter that this very session has asked for. @throws {InvalidCodeError} */
  async function requireMailedCode({ userId, sessionId }: Principal, code: string): Promise<void> {
    const found = await tokens.findByCode(database, { purpose: "step-up", requestId: sessionId, code });
    const used =
      found?.userId === userId && (await inTransaction(database, (trx) => tokens.consume(trx, found.id)));
    if (!used) throw new InvalidCodeError();
  }

  async function requireProof(
    principal: Principal,
    proofs: NonNullable<Proofs>,
    proof: StepUpProof,
    device: Device,
  ): Promise<void> {
    if ("password" in proof || proof.method === "mail-code") {
      if (proofs.twoFactorEnabled) throw new StepUpRequiredError();
      if ("password" in proof) await requirePassword(principal, proofs, { ...proof, device });
      else await requireMailedCode(principal, proof.code);
      return;
    }
    const { userId, sessionId } = principal;
    await secondFactor.requireCode(userId, { method: proof.method, code: proof.code, device, sessionId });
  }

  return {
    /**
     * @returns an access token of the same session with a fresh `auth_time`
     * @throws {InvalidCredentialsError} {InvalidCodeError} {SecondFactorRestsError}
     * @throws {StepUpRequiredError} the account has a second factor, and this was none
     * @throws {TokenStaleError} {SessionEndedError} the account changed, or the session ended, in the meantime
     * @throws {ServerBusyError}
     */
    async perform(principal: Principal, proof: StepUpProof, device: Device): Promise<AccessToken> {
      const proofs = await findProofs(database, principal.userId);
      if (proofs) await requireProof(principal, proofs, proof, device);
      // A guest has nothing to prove: the same work and words as for a wrong password.
      else if ("password" in proof) await requirePassword(principal, proofs, { ...proof, device });
      else throw new InvalidCodeError();
      return sessions.stepUp(principal, { epoch: proofs?.epoch ?? principal.epoch, device });
    },

    /**
     * For acts whose own body may bring the proof along. Passes whoever has stepped up lately, and guests, who have
     * nothing to prove.
     *
     * @param proof.code - of the reader's app, or a recovery code
     * @throws {StepUpRequiredError} nothing was proven, or a password alone where there is a second factor
     * @throws {InvalidCredentialsError} {InvalidCodeError} {SecondFactorRestsError} {ServerBusyError}
     * @throws {TokenStaleError} {SessionEndedError}
     */
    async prove(
      principal: Principal,
      proof: { password?: string | undefined; code?: string | undefined },
      device: Device,
    ): Promise<void> {
      if (principal.guest) return;
      const { userId, sessionId, epoch } = principal;
      const proofs = await findProofs(database, userId);
      if (proofs?.epoch !== epoch) throw new TokenStaleError();
      const { password, code } = proof;
      if (password !== undefined) await requirePassword(principal, proofs, { password, device });
      if (proofs.twoFactorEnabled && code !== undefined) {
        await secondFactor.requireCode(userId, { method: methodOf(code), code, device, sessionId });
        return;
      }
      if (password !== undefined && !proofs.twoFactorEnabled) return;
      // The session's own row: a second factor that was turned on elsewhere has made older proofs worthless.
      const provenAt = await findProvenAt(database, sessionId);
      if (!provenAt) throw new SessionEndedError();
      if (clock.now().getTime() - provenAt.getTime() > stepUpLastsMs) throw new StepUpRequiredError();
    },

    /**
     * Sends a code to the account's address, good for ten minutes and for this session alone. With a second factor
     * on none goes out: a mailbox is no second factor (NIST SP 800-63B-4, section 3.1.3.1).
     *
     * @throws {StepUpRequiredError}
     */
    async sendCode(principal: Principal, device: Device): Promise<void> {
      const { userId, sessionId } = principal;
      const proofs = await findProofs(database, userId);
      if (!proofs) throw new StepUpRequiredError();
      if (proofs.twoFactorEnabled) throw new StepUpRequiredError();
      const { email, language } = proofs;
      await inTransaction(database, async (trx) => {
        await lockEmail(trx, email);
        // Deleted meanwhile: from here on it would have to wait for the address.
        if (!(await findProofs(trx, userId))) throw new StepUpRequiredError();
        const issued = await tokens.issue(trx, {
          purpose: "step-up",
          email,
          userId,
          requestId: sessionId,
          linkLifetimeMs: mailedCodeLastsMs,
          codeLifetimeMs: mailedCodeLastsMs,
        });
        if (!issued) return;
        await mail.enqueue(trx, {
          kind: "sign-in-code",
          to: email,
          language: language ?? "en",
          code: issued.code,
          expiresInMinutes: mailedCodeLastsMs / 60_000,
          device: device.userAgent,
          at: clock.now(),
        });
      });
    },
  };
}

export type StepUp = ReturnType<typeof createStepUp>;
