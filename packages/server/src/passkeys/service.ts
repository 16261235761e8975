// Passkeys: WebAuthn credentials that a browser finds by itself and that verify their user, so that one of them is
// two factors. One implementation for our own routes and for those of Better Auth's clients. See
// docs/decisions/027-passkeys.md.
import { InvalidCredentialsError } from "../accounts/errors.ts";
import { keepingOneSignInMethod } from "../accounts/last-sign-in-method.ts";
import { findReader } from "../accounts/queries.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "../accounts/sign-in.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import type { AccessToken } from "../sessions/access-tokens.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import { findSessionWithReader, lockUserAtEpoch } from "../sessions/queries.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { uuidv7 } from "../uuid.ts";
import { createChallenges, type Purpose } from "./challenges.ts";
import {
  GuestWithoutPasskeysError,
  PasskeyNotFoundError,
  PasskeyRefusedError,
  PasskeyUnknownError,
} from "./errors.ts";
import { creationOptions, requestOptions } from "./options.ts";
import { providerOf } from "./providers.ts";
import * as queries from "./queries.ts";
import type { CreationOptions, Passkey, RequestOptions } from "./schemas.ts";
import type { PasskeyTable } from "./tables.ts";
import { createWebauthn, type NewPasskeyAnswer, type PasskeyAnswer, type RelyingParty } from "./webauthn.ts";

export interface PasskeysDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
  readonly relyingParty: RelyingParty;
  /** Where readers see their passkeys. */
  readonly accountUrl: string;
}

/** An answer to options, and which options those were. */
export interface PasskeyProof {
  readonly requestId: string;
  readonly answer: PasskeyAnswer;
}

export interface NewPasskeyProof {
  readonly requestId: string;
  readonly answer: NewPasskeyAnswer;
  readonly transports?: readonly string[] | undefined;
  readonly name?: string | undefined;
  readonly device: Device;
}

type Acting = Pick<Principal, "userId" | "sessionId" | "epoch" | "guest">;

/** A passkey as its owner sees it, field by field. */
export function toPasskey(row: queries.PasskeyRow): Passkey {
  const provider = providerOf(row.aaguid);
  return {
    id: row.id,
    name: row.name ?? provider,
    provider,
    synced: row.backedUp,
    createdAt: (row.createdAt ?? new Date(0)).toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

export function createPasskeys(deps: PasskeysDeps) {
  const { database, clock, audit, mail, sessions, signIns, relyingParty } = deps;
  const challenges = createChallenges(deps);
  const webauthn = createWebauthn(relyingParty);

  /** Whose passkey has answered, checked. The challenge is used up whatever comes of it. */
  async function check(purpose: Purpose, { requestId, answer }: PasskeyProof) {
    const challenge = await challenges.redeem(purpose, requestId);
    const passkey = await queries.findPasskey(database, answer.id);
    if (!passkey) throw new PasskeyUnknownError();
    return { passkey, use: await webauthn.check(answer, challenge, passkey) };
  }

  async function noteUse(trx: Transaction, id: string, use: { counter: number; backedUp: boolean }) {
    // Removed while it was being checked: what it proved is undone.
    if (!(await queries.notePasskeyUse(trx, { id, ...use, at: clock.now() })))
      throw new PasskeyUnknownError();
  }

  async function tellOwner(
    trx: Transaction,
    { userId, device }: { userId: string; device: Device },
    change: "passkey-added" | "passkey-removed",
    name: string | null,
  ): Promise<void> {
    const owner = await findReader(trx, userId);
    if (!owner) return;
    await mail.enqueue(trx, {
      kind: "sign-in-method-changed",
      to: owner.email,
      language: owner.language ?? "en",
      change,
      name: name ?? "",
      device: device.userAgent,
      at: clock.now(),
      url: deps.accountUrl,
    });
  }

  return {
    /** Says nothing about anybody: the browser knows which passkeys it has, so no address is asked for. */
    signInOptions(): RequestOptions {
      const { requestId, challenge } = challenges.issue({ act: "sign-in" });
      return { requestId, options: requestOptions(relyingParty, challenge) };
    },

    /**
     * @throws {PasskeyRefusedError} {PasskeyUnknownError}
     * @throws {AccountBannedError} {EmailNotVerifiedError}
     * @throws {InvalidCredentialsError} the account changed while the passkey was being checked
     */
    async signIn(proof: PasskeyProof, request: SignInRequest): Promise<SignInOutcome> {
      const { passkey, use } = await check({ act: "sign-in" }, proof);
      const { id, userId, epoch } = passkey;
      return inTransaction(database, async (trx, afterCommit) => {
        const factor = { userId, epoch, method: "passkey", userVerified: true } as const;
        const outcome = await signIns.complete(trx, afterCommit, factor, request);
        if (!outcome) throw new InvalidCredentialsError();
        await noteUse(trx, id, use);
        return outcome;
      });
    },

    /** @throws {GuestWithoutPasskeysError} */
    async stepUpOptions({ userId, sessionId, guest }: Acting): Promise<RequestOptions> {
      if (guest) throw new GuestWithoutPasskeysError();
      const { requestId, challenge } = challenges.issue({ act: "step-up", sessionId });
      const own = await queries.listCredentials(database, userId);
      return { requestId, options: requestOptions(relyingParty, challenge, own) };
    },

    /**
     * Proves again who one is, with a passkey of one's own.
     *
     * @throws {PasskeyRefusedError} also somebody else's passkey @throws {PasskeyUnknownError}
     * @throws {TokenStaleError} {SessionEndedError}
     */
    async stepUp(principal: Principal, proof: PasskeyProof & { device: Device }): Promise<AccessToken> {
      const { userId, sessionId } = principal;
      const { passkey, use } = await check({ act: "step-up", sessionId }, proof);
      if (passkey.userId !== userId) throw new PasskeyRefusedError();
      await inTransaction(database, (trx) => noteUse(trx, passkey.id, use));
      return sessions.stepUp(principal, { epoch: passkey.epoch, device: proof.device });
    },

    /** @throws {GuestWithoutPasskeysError} {SessionEndedError} */
    async addOptions({ userId, sessionId, guest }: Acting): Promise<CreationOptions> {
      if (guest) throw new GuestWithoutPasskeysError();
      const reader = await findReader(database, userId);
      if (!reader) throw new SessionEndedError();
      const { requestId, challenge } = challenges.issue({ act: "add", sessionId });
      const passkeys = await queries.listCredentials(database, userId);
      const { email, name } = reader;
      const party = { id: relyingParty.id, name: await relyingParty.findName() };
      return { requestId, options: creationOptions(party, challenge, { userId, email, name, passkeys }) };
    },

    /**
     * Keeps a new passkey, if whoever made it is still signed in: a reset in the meantime must not leave a way in behind.
     *
     * @throws {GuestWithoutPasskeysError} {PasskeyRefusedError} {SessionEndedError}
     */
    async add(principal: Acting, proof: NewPasskeyProof): Promise<PasskeyTable> {
      const { userId, sessionId, epoch, guest } = principal;
      if (guest) throw new GuestWithoutPasskeysError();
      const challenge = await challenges.redeem({ act: "add", sessionId }, proof.requestId);
      const made = await webauthn.checkNew(proof.answer, challenge);
      const passkey: PasskeyTable = {
        id: uuidv7(),
        userId,
        name: proof.name ?? null,
        credentialId: made.credential.id,
        publicKey: Buffer.from(made.credential.publicKey).toString("base64url"),
        counter: made.credential.counter,
        deviceType: made.credentialDeviceType,
        backedUp: made.credentialBackedUp,
        transports: proof.transports?.length ? proof.transports.join(",") : null,
        aaguid: made.aaguid,
        createdAt: clock.now(),
        lastUsedAt: null,
      };
      return inTransaction(database, async (trx) => {
        const current =
          (await lockUserAtEpoch(trx, userId, epoch)) && (await findSessionWithReader(trx, sessionId));
        if (!current) throw new SessionEndedError();
        if (!(await queries.insertPasskey(trx, passkey))) throw new PasskeyRefusedError();
        await audit.record(trx, { kind: "passkey-added", userId, sessionId, ...proof.device });
        const { device } = proof;
        await tellOwner(trx, { userId, device }, "passkey-added", passkey.name ?? providerOf(passkey.aaguid));
        return passkey;
      });
    },

    async list(userId: string, { limit, cursor }: PageRequest): Promise<Page<Passkey>> {
      const after = cursor === undefined ? undefined : readIdCursor(cursor);
      const rows = await queries.listPasskeys(database, { userId, after, limit: limit + 1 });
      return toPage(rows, limit, toPasskey, ({ id }) => writeCursor(id));
    },

    /** All of them with all columns, for Better Auth's clients. */
    listNative: (userId: string) => queries.listNativePasskeys(database, userId),

    /** @throws {PasskeyNotFoundError} there is none with this id, or it is somebody else's */
    async rename(userId: string, passkey: { id: string; name: string }): Promise<PasskeyTable> {
      const renamed = await queries.renamePasskey(database, { ...passkey, userId });
      if (!renamed) throw new PasskeyNotFoundError();
      return renamed;
    },

    /** @throws {PasskeyNotFoundError} @throws {LastSignInMethodError} nobody could sign in without it */
    async remove(
      { userId, sessionId }: Pick<Principal, "userId" | "sessionId">,
      { id, device }: { id: string; device: Device },
    ): Promise<void> {
      await inTransaction(database, async (trx) => {
        const removed = await keepingOneSignInMethod(trx, userId, async () => {
          const row = await queries.deletePasskey(trx, { id, userId });
          if (!row) throw new PasskeyNotFoundError();
          return row;
        });
        await audit.record(trx, { kind: "passkey-removed", userId, sessionId, ...device });
        await tellOwner(
          trx,
          { userId, device },
          "passkey-removed",
          removed.name ?? providerOf(removed.aaguid),
        );
      });
    },

    /** Forgets answered challenges that nobody could answer again anyway. */
    purge: () => queries.deleteExpiredAnswered(database, clock.now()),
  };
}

export type Passkeys = ReturnType<typeof createPasskeys>;
