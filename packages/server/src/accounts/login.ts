// Signing in with a password. Whatever the address, one hash of work is done before anything is said,
// and only a right password learns more than "wrong". OWASP ASVS 5.0, 6.3.8, 7.2.4.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { EmailNotVerifiedError, InvalidCredentialsError, ServerBusyError } from "./errors.ts";
import type { NoteFailedSignIn } from "./failed-sign-ins.ts";
import type { Passwords } from "./passwords.ts";
import * as pending from "./pending-queries.ts";
import * as queries from "./queries.ts";
import { hashToken } from "./secrets.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "./sign-in.ts";

export interface LoginDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly signIns: SignIns;
  readonly passwords: Passwords;
  readonly noteFailedSignIn: NoteFailedSignIn;
}

export interface LoginRequest {
  readonly email: string;
  readonly password: string;
  /** The registration proof of this browser, if it has one. */
  readonly proof: string | undefined;
  readonly signIn: SignInRequest;
}

export function createLogin(deps: LoginDeps) {
  const { database, clock, signIns, passwords, noteFailedSignIn } = deps;

  /** The same work for a known address as for an unknown one. */
  async function refuse({ email, signIn }: LoginRequest, userId?: string): Promise<never> {
    await noteFailedSignIn({ email, userId, device: signIn.device });
    throw new InvalidCredentialsError();
  }

  /** An address that nobody has proven: the same work and words as an unknown one, but for its own browser. */
  async function refuseUnproven(request: LoginRequest): Promise<never> {
    const { email, password, proof } = request;
    const own =
      proof === undefined
        ? undefined
        : await pending.findPendingByProof(database, hashToken(proof), clock.now());
    const ofThisAddress = own?.email === email ? own : undefined;
    if (await passwords.verify(password, ofThisAddress?.passwordHash)) throw new EmailNotVerifiedError();
    return refuse(request);
  }

  /** A hash of another cost, or one that an old secret keeps, is made anew while the password is at hand. */
  async function renewHash(userId: string, password: string, stored: string): Promise<void> {
    if (!passwords.isOutdated(stored)) return;
    try {
      const renewed = await passwords.hash(password);
      await queries.replacePasswordHash(database, { userId, from: stored, to: renewed, at: clock.now() });
    } catch (error) {
      // Whoever is signed in already is not sent away for it; the next sign-in does it.
      if (!(error instanceof ServerBusyError)) throw error;
    }
  }

  return {
    /**
     * @throws {InvalidCredentialsError} unknown address, wrong password, no password: the same bytes
     * @throws {AccountBannedError} {EmailNotVerifiedError} only after a right password
     * @throws {ServerBusyError}
     */
    async login(request: LoginRequest): Promise<SignInOutcome> {
      passwords.requirePlace();
      const user = await queries.findCredential(database, request.email);
      if (!user) return refuseUnproven(request);
      const { userId, epoch } = user;
      if (!(await passwords.verify(request.password, user.passwordHash))) return refuse(request, userId);
      const outcome = await inTransaction(database, (trx, afterCommit) =>
        signIns.complete(trx, afterCommit, { userId, epoch, method: "password" }, request.signIn),
      );
      // The password was changed, or the account banned, while this one was being checked.
      if (!outcome) throw new InvalidCredentialsError();
      if (user.passwordHash) await renewHash(userId, request.password, user.passwordHash);
      return outcome;
    },
  };
}

export type Login = ReturnType<typeof createLogin>;
