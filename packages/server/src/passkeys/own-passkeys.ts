import { keepingOneSignInMethod } from "../accounts/last-sign-in-method.ts";
import { findReader } from "../accounts/queries.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { SessionEndedError } from "../sessions/errors.ts";
import type { Principal } from "../sessions/principal.ts";
import { findSessionWithReader, lockUserAtEpoch } from "../sessions/queries.ts";
import type { Device } from "../sessions/service.ts";
import { uuidv7 } from "../uuid.ts";
import type { Challenges } from "./challenges.ts";
import { GuestWithoutPasskeysError, PasskeyNotFoundError, PasskeyRefusedError } from "./errors.ts";
import { creationOptions } from "./options.ts";
import { providerOf } from "./providers.ts";
import * as queries from "./queries.ts";
import type { CreationOptions, Passkey } from "./schemas.ts";
import type { PasskeyTable } from "./tables.ts";
import type { NewPasskeyAnswer, RelyingParty, Webauthn } from "./webauthn.ts";

export interface OwnPasskeysDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly challenges: Challenges;
  readonly webauthn: Webauthn;
  readonly relyingParty: RelyingParty;
  /** Where readers see their passkeys. */
  readonly accountUrl: string;
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

/** What a reader does with passkeys of their own: adding, naming, removing. The owner hears of what comes and goes. */
export function createOwnPasskeys(deps: OwnPasskeysDeps) {
  const { database, clock, audit, mail, challenges, webauthn, relyingParty } = deps;

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
  };
}
