// Somebody types an address. Until it is proven there is no user row: a registration waits in a table
// of its own, several for one address stand side by side, and the answer is the same for a known and
// an unknown address. See docs/decisions/005-pending-registrations.md; OWASP ASVS 5.0, 6.3.8.
import type { Audit } from "../audit/audit.ts";
import type { Identities } from "../better-auth/identities.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { type AfterCommit, inTransaction } from "../database/transaction.ts";
import { holdGuest } from "../guests/queries.ts";
import type { Guests } from "../guests/service.ts";
import type { Mail } from "../mail/mail.ts";
import type { PreferencesService } from "../preferences/service.ts";
import type { Device, SessionGrant, Sessions } from "../sessions/service.ts";
import type { SessionStart } from "../sessions/sign-ins.ts";
import { uuidv7 } from "../uuid.ts";
import type { Addresses } from "./addresses.ts";
import { EmailTakenError, InvalidCredentialsError } from "./errors.ts";
import type { LetterRequests, TakenRequest } from "./letter-requests.ts";
import type { PasswordPolicy } from "./password-policy.ts";
import type { Passwords } from "./passwords.ts";
import * as pending from "./pending-queries.ts";
import * as queries from "./queries.ts";
import { hashToken, newToken } from "./secrets.ts";
import type { Admission, SignUpPolicy } from "./sign-up-policy.ts";
import type { VerificationLetters } from "./verification-letters.ts";

const registrationLifetimeMs = 7 * 24 * 60 * 60_000;

export interface RegistrationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly sessions: Sessions;
  readonly guests: Guests;
  readonly preferences: PreferencesService;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly requests: LetterRequests;
  readonly letters: VerificationLetters;
  readonly addresses: Addresses;
  readonly signUpPolicy: SignUpPolicy;
  readonly loginUrl: string;
}

export interface RegistrationRequest {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly language: string;
  readonly guestId: string | undefined;
  /** What stood in an invitation's link. */
  readonly invitation?: string | undefined;
}

export interface NewAccount {
  readonly email: string;
  readonly emailVerified: boolean;
  readonly name: string;
  readonly passwordHash: string;
  readonly language: string;
  readonly guestId: string | null | undefined;
  /** Of {@link SignUpPolicy}'s check in the same transaction. */
  readonly admission: Admission;
  readonly device: Device;
}

export function createRegistration(deps: RegistrationDeps) {
  const { database, clock, identities, sessions, guests, preferences, passwords, policy, mail } = deps;
  const { audit, requests, letters, addresses, signUpPolicy } = deps;

  /**
   * Makes the account of an address: out of the guest that asked for it where that guest is still one,
   * else from nothing. The caller holds the lock on the address.
   *
   * @returns the account's user id
   */
  async function createAccount(
    trx: Transaction,
    afterCommit: AfterCommit,
    account: NewAccount,
  ): Promise<string> {
    const { email, emailVerified, name, guestId, language, passwordHash, admission, device } = account;
    const promoted =
      guestId && (await guests.promote(trx, afterCommit, { guestId, email, emailVerified, name, device }));
    const userId = promoted
      ? guestId
      : await identities.createUser(trx, { email, name, emailVerified, at: clock.now() });
    await identities.createCredential(trx, userId, passwordHash);
    await preferences.suggestLanguage(trx, userId, language);
    await signUpPolicy.accept(trx, admission, { userId, email, device });
    return userId;
  }

  /** The first letter of a registration, or for an address that has an account a word to its owner. */
  async function writeFirst(trx: Transaction, request: TakenRequest): Promise<void> {
    const { email, pendingRegistrationId } = request;
    const registered =
      pendingRegistrationId === null ? undefined : await pending.findPending(trx, pendingRegistrationId);
    // Somebody was faster: the address is proven, and its registrations are gone.
    if (!registered) return;
    if (!(await addresses.isTaken(trx, email))) return letters.toRegistration(trx, registered, registered.id);
    await pending.deletePending(trx, registered.id);
    const known = await queries.findCredential(trx, email);
    await mail.enqueue(trx, {
      kind: "already-registered",
      to: email,
      language: known?.language ?? registered.language,
      loginUrl: deps.loginUrl,
    });
  }

  /** Another one: the proof's registration, else the newest, else an unverified user. */
  async function writeAnother(trx: Transaction, { email, detail }: TakenRequest): Promise<void> {
    const waiting = await pending.listPending(trx, email, clock.now());
    const chosen =
      waiting.find(({ proofHash }) => proofHash.toString("base64url") === detail.proofHash) ?? waiting[0];
    if (chosen) return letters.toRegistration(trx, chosen, chosen.id);
    const known = await queries.findCredential(trx, email);
    if (known && !known.emailVerified)
      await letters.toUser(trx, { email, name: "", language: known.language ?? "en" }, known.userId);
  }

  requests.define("registration", writeFirst);
  requests.define("verification", writeAnother);

  return {
    createAccount,
    /** The letter of an address that nobody has proven yet, whatever was asked for. */
    writeVerification: writeAnother,

    /**
     * Takes a registration; a letter follows: to verify, or to say that there is an account already.
     *
     * @returns the proof that this browser registered, to be kept by it
     * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError}
     * @throws {ValidationError} {ServerBusyError}
     */
    async register(request: RegistrationRequest): Promise<{ proof: string; expiresAt: Date }> {
      const invitationId = await signUpPolicy.admit(request);
      passwords.requirePlace();
      await policy.require("password", request.password, request);
      const passwordHash = await passwords.hash(request.password);
      const proof = newToken();
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + registrationLifetimeMs);
      const { email, name, language } = request;
      const id = uuidv7();
      const proofHash = hashToken(proof);
      await inTransaction(database, async (trx) => {
        const guestId = (await holdGuest(trx, request.guestId)) ?? null;
        await pending.insertPending(trx, {
          id,
          email,
          name,
          passwordHash,
          language,
          guestId,
          invitationId,
          proofHash,
          createdAt,
          expiresAt,
        });
        await requests.ask(trx, { kind: "registration", email, pendingRegistrationId: id });
      });
      return { proof, expiresAt };
    },

    /**
     * Where addresses are not verified (`EMAIL_VERIFICATION=off`): the account is there at once.
     *
     * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError}
     * @throws {ValidationError} {ServerBusyError} {EmailTakenError}
     */
    async registerAtOnce(
      request: RegistrationRequest,
      start: Pick<SessionStart, "delivery" | "keyThumbprint" | "device">,
    ): Promise<SessionGrant> {
      const invitationId = await signUpPolicy.admit(request);
      passwords.requirePlace();
      await policy.require("password", request.password, request);
      const passwordHash = await passwords.hash(request.password);
      const sessionId = await inTransaction(database, async (trx, afterCommit) => {
        await queries.lockEmail(trx, request.email);
        if (await addresses.isTaken(trx, request.email)) throw new EmailTakenError();
        const admission = await signUpPolicy.check(trx, { email: request.email, invitationId });
        await pending.deletePendingOf(trx, request.email);
        const userId = await createAccount(trx, afterCommit, {
          ...request,
          passwordHash,
          emailVerified: false,
          admission,
          device: start.device,
        });
        const { ipAddress, userAgent } = start.device;
        await audit.record(trx, { kind: "account-registered", userId, ipAddress, userAgent });
        return sessions.open(trx, { userId, epoch: 0, guest: false, method: "password", ...start });
      });
      if (sessionId === undefined) throw new InvalidCredentialsError();
      return sessions.grantFor(sessionId);
    },

    /** Another letter for whoever lost the first, if the address waits for one. */
    async resend(email: string, proof: string | undefined): Promise<void> {
      const proofHash = proof === undefined ? undefined : hashToken(proof).toString("base64url");
      await inTransaction(database, (trx) =>
        requests.ask(trx, { kind: "verification", email, detail: { proofHash } }),
      );
    },
  };
}

export type Registration = ReturnType<typeof createRegistration>;
