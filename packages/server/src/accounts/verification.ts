// An address is proven by a letter's token; who registered it is proven by the browser's cookie, by the
// registration's password, or a new password is chosen. A mailbox's owner never lends a verified account
// to a stranger who typed the address. See docs/decisions/005; OWASP ASVS 5.0, 6.4.1, 6.6.2, 6.6.3.
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import type { Sessions } from "../sessions/service.ts";
import type { Addresses } from "./addresses.ts";
import { InvalidCredentialsError, PasswordNeededError, TokenInvalidError } from "./errors.ts";
import type { LetterToken, LetterTokens } from "./letter-tokens.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { PasswordOwner } from "./password-words.ts";
import type { Passwords } from "./passwords.ts";
import * as pending from "./pending-queries.ts";
import * as queries from "./queries.ts";
import { lockOwner, replacePassword } from "./recovery-queries.ts";
import type { Registration } from "./registration.ts";
import { hashToken } from "./secrets.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "./sign-in.ts";
import type { SignUpPolicy } from "./sign-up-policy.ts";
import type { DropUnproven } from "./unproven.ts";

const maxWrongPasswords = 5;

export interface VerificationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly identities: Identities;
  readonly tokens: LetterTokens;
  readonly addresses: Addresses;
  readonly registration: Registration;
  readonly signUpPolicy: SignUpPolicy;
  readonly dropUnproven: DropUnproven;
  readonly audit: Audit;
}

export interface VerificationRequest {
  readonly token?: string | undefined;
  readonly code?: string | undefined;
  /** From the cookie of the browser that registered, or the body. */
  readonly proof?: string | undefined;
  readonly password?: string | undefined;
  readonly newPassword?: string | undefined;
  readonly signIn: SignInRequest;
}

export function createVerification(deps: VerificationDeps) {
  const { database, clock, sessions, signIns, passwords, policy, audit } = deps;
  const { identities, tokens, addresses, registration, signUpPolicy } = deps;

  /** @throws {TokenInvalidError} */
  async function findToken(request: VerificationRequest): Promise<LetterToken> {
    if (request.token !== undefined) {
      const found = await tokens.findByToken(database, ["verify-registration", "verify-user"], request.token);
      if (found) return found;
    } else if (request.code !== undefined && request.proof !== undefined) {
      const own = await pending.findPendingByProof(database, hashToken(request.proof), clock.now());
      const found =
        own &&
        (await tokens.findByCode(database, {
          purpose: "verify-registration",
          ownerId: own.id,
          code: request.code,
        }));
      if (found) return found;
    }
    throw new TokenInvalidError();
  }

  /**
   * Which registration of the address wins.
   *
   * @returns `undefined`: none, the new password makes a fresh account
   * @throws {TokenInvalidError} no registration waits for the address any more
   * @throws {PasswordNeededError} {InvalidCredentialsError} the token stays good
   */
  async function chooseRegistration(
    token: LetterToken,
    request: VerificationRequest,
  ): Promise<pending.PendingRegistration | undefined> {
    const waiting = await pending.listPending(database, token.email, clock.now());
    // Whoever pressed at the same moment was faster, and has used the token up.
    if (waiting.length === 0) throw new TokenInvalidError();
    const proofHash = request.proof === undefined ? undefined : hashToken(request.proof);
    const proven = waiting.find((row) => proofHash?.equals(row.proofHash));
    if (proven) return proven;
    if (request.password !== undefined) return matchPassword(waiting, token, request.password);
    if (request.newPassword !== undefined) return undefined;
    throw new PasswordNeededError();
  }

  async function matchPassword(
    waiting: readonly pending.PendingRegistration[],
    token: LetterToken,
    password: string,
  ): Promise<pending.PendingRegistration> {
    // The letter's own registration first; each allows five wrong tries, so the work is bounded.
    const open = waiting
      .filter((row) => row.wrongPasswords < maxWrongPasswords)
      .sort(
        (a, b) => Number(b.id === token.pendingRegistrationId) - Number(a.id === token.pendingRegistrationId),
      )
      .slice(0, maxWrongPasswords);
    for (const row of open) if (await passwords.verify(password, row.passwordHash)) return row;
    if (open.length === 0) await passwords.verify(password, undefined);
    await pending.countWrongPassword(
      database,
      open.map(({ id }) => id),
    );
    throw new InvalidCredentialsError();
  }

  async function hashNew(
    { newPassword }: VerificationRequest,
    owner: PasswordOwner,
  ): Promise<string | undefined> {
    if (newPassword === undefined) return undefined;
    await policy.require("newPassword", newPassword, owner);
    return passwords.hash(newPassword);
  }

  async function verifyRegistration(
    token: LetterToken,
    request: VerificationRequest,
  ): Promise<SignInOutcome | undefined> {
    const chosen = await chooseRegistration(token, request);
    const newHash = await hashNew(request, { email: token.email, name: chosen?.name });
    return inTransaction(database, async (trx, afterCommit) => {
      await queries.lockEmail(trx, token.email);
      const unused = await tokens.consume(trx, token.id);
      if (!unused || (await addresses.isTaken(trx, token.email))) throw new TokenInvalidError();
      const admission = await signUpPolicy.check(trx, {
        email: token.email,
        invitationId: chosen?.invitationId ?? (await invitationOf(trx, token)),
      });
      await pending.deletePendingOf(trx, token.email);
      const passwordHash = newHash ?? chosen?.passwordHash;
      if (passwordHash === undefined) throw new PasswordNeededError();
      const userId = await registration.createAccount(trx, afterCommit, {
        email: token.email,
        emailVerified: true,
        name: chosen?.name ?? "",
        language: chosen?.language ?? "en",
        guestId: chosen?.guestId,
        passwordHash,
        admission,
        device: request.signIn.device,
      });
      await audit.record(trx, { kind: "account-verified", userId, ...request.signIn.device });
      return signIn(trx, afterCommit, { userId, epoch: 0 }, request);
    });
  }

  /** Of the registration that the letter was for: whoever owns the mailbox was let in, also with another password. */
  async function invitationOf(trx: Transaction, token: LetterToken): Promise<string | null | undefined> {
    const { pendingRegistrationId } = token;
    if (pendingRegistrationId === null) return undefined;
    return (await pending.findPending(trx, pendingRegistrationId))?.invitationId;
  }

  /** A user whose address was never proven: made while verification was off. */
  async function verifyUser(
    token: LetterToken,
    request: VerificationRequest,
  ): Promise<SignInOutcome | undefined> {
    if (request.password === undefined && request.newPassword === undefined) throw new PasswordNeededError();
    const known = await queries.findCredential(database, token.email);
    if (request.password !== undefined && !(await passwords.verify(request.password, known?.passwordHash))) {
      throw new InvalidCredentialsError();
    }
    const newHash = await hashNew(request, { email: token.email, name: known?.name });
    return inTransaction(database, async (trx, afterCommit) => {
      await queries.lockEmail(trx, token.email);
      const owner = token.userId === null ? undefined : await lockOwner(trx, token.userId);
      if (!owner || owner.email !== token.email) throw new TokenInvalidError();
      if (!(await tokens.consume(trx, token.id))) throw new TokenInvalidError();
      const { userId } = owner;
      await queries.markEmailVerified(trx, userId, clock.now());
      await tokens.revokeAll(trx, userId);
      // Whoever was signed in before the address was proven may not be its owner.
      await sessions.endAllOf(trx, afterCommit, userId);
      if (newHash !== undefined) await takeOver(trx, afterCommit, userId, newHash);
      const epoch = await sessions.raiseEpoch(trx, afterCommit, userId);
      await audit.record(trx, { kind: "account-verified", userId, ...request.signIn.device });
      return signIn(trx, afterCommit, { userId, epoch }, request);
    });
  }

  /** Without the password of whoever registered: they may be a stranger, who keeps no way in. */
  async function takeOver(
    trx: Transaction,
    afterCommit: AfterCommit,
    userId: string,
    passwordHash: string,
  ): Promise<void> {
    await deps.dropUnproven(trx, afterCommit, userId);
    if (!(await replacePassword(trx, { userId, passwordHash, at: clock.now() }))) {
      await identities.createCredential(trx, userId, passwordHash);
    }
  }

  /** A guest of this browser need not be the reader: its chats are offered, never added silently. */
  function signIn(
    trx: Transaction,
    afterCommit: AfterCommit,
    user: { userId: string; epoch: number },
    request: VerificationRequest,
  ): Promise<SignInOutcome | undefined> {
    const factor = { ...user, method: "letter" } as const;
    return signIns.complete(trx, afterCommit, factor, { ...request.signIn, claimable: true });
  }

  return {
    /**
     * Proves an address with a letter's token, or its code, and signs in.
     *
     * @throws {ValidationError} the new password is too weak; the token stays good
     * @throws {TokenInvalidError} unknown, used, expired or foreign
     * @throws {PasswordNeededError} {InvalidCredentialsError} the token stays good
     * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError} the token stays good
     */
    async verify(request: VerificationRequest): Promise<SignInOutcome> {
      const token = await findToken(request);
      const outcome =
        token.purpose === "verify-user"
          ? await verifyUser(token, request)
          : await verifyRegistration(token, request);
      if (outcome === undefined) throw new InvalidCredentialsError();
      return outcome;
    },
  };
}

export type Verification = ReturnType<typeof createVerification>;
