// Signing in with a password. Whatever the address, one hash of work is done before anything is said,
// and only a right password learns more than "wrong". OWASP ASVS 5.0, 6.3.8, 7.2.4.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Guests } from "../guests/service.ts";
import type { Device, SessionGrant, Sessions } from "../sessions/service.ts";
import { AccountBannedError, EmailNotVerifiedError, InvalidCredentialsError } from "./errors.ts";
import type { Passwords } from "./passwords.ts";
import * as pending from "./pending-queries.ts";
import * as queries from "./queries.ts";
import { hashToken } from "./secrets.ts";

export interface LoginDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly passwords: Passwords;
  readonly emailVerification: "required" | "off";
}

export interface LoginRequest {
  readonly email: string;
  readonly password: string;
  readonly delivery: "cookie" | "body";
  /** The key that the session will be bound to, proven. */
  readonly keyThumbprint?: string | undefined;
  readonly device: Device;
  /** The guest who signs in, proven by its own token. */
  readonly guestId: string | undefined;
  readonly keepGuestChats: boolean;
  /** The registration proof of this browser, if it has one. */
  readonly proof: string | undefined;
}

export interface LoginResult {
  readonly grant: SessionGrant;
  readonly merged: { readonly conversations: number } | undefined;
}

export function createLogin(deps: LoginDeps) {
  const { database, clock, sessions, guests, passwords } = deps;

  /** An address that nobody has proven: the same work and words as an unknown one, but for its own browser. */
  async function refuseUnproven({ email, password, proof }: LoginRequest): Promise<never> {
    const own =
      proof === undefined
        ? undefined
        : await pending.findPendingByProof(database, hashToken(proof), clock.now());
    const ofThisAddress = own?.email === email ? own : undefined;
    const right = await passwords.verify(password, ofThisAddress?.passwordHash);
    throw right ? new EmailNotVerifiedError() : new InvalidCredentialsError();
  }

  function requireUsable(user: NonNullable<Awaited<ReturnType<typeof queries.findCredential>>>): void {
    const banEnds = user.banExpires;
    if (user.banned && (banEnds === null || banEnds > clock.now())) {
      throw new AccountBannedError({ until: banEnds, reason: user.banReason });
    }
    if (deps.emailVerification === "required" && !user.emailVerified) throw new EmailNotVerifiedError();
  }

  /** A hash of another cost, or one that an old secret keeps, is made anew while the password is at hand. */
  async function renewHash(userId: string, password: string, stored: string): Promise<void> {
    if (!passwords.isOutdated(stored)) return;
    const renewed = await passwords.hash(password);
    await queries.replacePasswordHash(database, { userId, from: stored, to: renewed, at: clock.now() });
  }

  return {
    /**
     * @throws {InvalidCredentialsError} unknown address, wrong password, no password: the same bytes
     * @throws {AccountBannedError} {EmailNotVerifiedError} only after a right password
     * @throws {ServerBusyError}
     */
    async login(request: LoginRequest): Promise<LoginResult> {
      const user = await queries.findCredential(database, request.email);
      if (!user) return refuseUnproven(request);
      if (!(await passwords.verify(request.password, user.passwordHash))) throw new InvalidCredentialsError();
      requireUsable(user);

      const { userId, epoch } = user;
      const { delivery, keyThumbprint, device, guestId, keepGuestChats } = request;
      const { sessionId, merged } = await inTransaction(database, async (trx, afterCommit) => {
        const opened = await sessions.open(trx, {
          userId,
          epoch,
          guest: false,
          delivery,
          keyThumbprint,
          device,
          claimableGuestId: keepGuestChats ? undefined : guestId,
        });
        // The password was changed, or the account banned, while this one was being checked.
        if (opened === undefined) throw new InvalidCredentialsError();
        const moved =
          guestId !== undefined && keepGuestChats
            ? await guests.merge(trx, afterCommit, { guestId, accountId: userId })
            : undefined;
        return { sessionId: opened, merged: moved };
      });
      if (user.passwordHash) await renewHash(userId, request.password, user.passwordHash);
      return { grant: await sessions.grantFor(sessionId), merged };
    },
  };
}

export type Login = ReturnType<typeof createLogin>;
