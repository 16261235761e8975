// Leave to make an account, given to somebody who has none: where `SIGN_UP` lets nobody else in, or for a role
// from the first moment on. See docs/decisions/042-who-may-sign-up.md.
import type { Addresses } from "../accounts/addresses.ts";
import { EmailTakenError } from "../accounts/errors.ts";
import { lockEmail } from "../accounts/queries.ts";
import { hashToken, newToken } from "../accounts/secrets.ts";
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { SignUpMode } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { ValidationError } from "../domain-error.ts";
import type { WriteLetter } from "../mail/write-letter.ts";
import { type Page, type PageRequest, readIdCursor, toPage, writeCursor } from "../paging.ts";
import { fieldSentences } from "../problem-codes.ts";
import type { Actor } from "../roles/actor.ts";
import { InsufficientRankError } from "../roles/errors.ts";
import type { Role, RoleTable } from "../roles/roles.ts";
import { uuidv7 } from "../uuid.ts";
import { InvitationNotFoundError, SignUpClosedError } from "./errors.ts";
import { createInviters, plainRole } from "./inviters.ts";
import * as queries from "./queries.ts";
import { invitationLastsMs, longestInvitationMs } from "./requests.ts";
import type { Invitation } from "./schemas.ts";

/** Who came by which invitation stays to be seen for so long; the audit has it afterwards. */
const acceptedKeptMs = 90 * 24 * 60 * 60_000;
const purgedAtOnce = 1_000;

export interface InvitationsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly roleTable: RoleTable;
  readonly addresses: Addresses;
  readonly writeLetter: WriteLetter;
  readonly signUp: SignUpMode;
  readonly bookUrl: string;
}

export interface NewInvitation {
  /** Normalised. Then it is for this address alone, and mailed there. */
  readonly email?: string | undefined;
  readonly role?: Role | undefined;
  readonly expiresAt?: Date | undefined;
  /** Of the letter: a BCP 47 tag. */
  readonly language: string;
}

export function createInvitations(deps: InvitationsDeps) {
  const { database, clock, audit, roleTable } = deps;
  const inviters = createInviters(deps);

  function expiryOf(wanted: Date | undefined): Date {
    const now = clock.now().getTime();
    if (wanted === undefined) return new Date(now + invitationLastsMs);
    if (wanted.getTime() > now && wanted.getTime() <= now + longestInvitationMs) return wanted;
    throw refuseField("expiresAt");
  }

  const record = (
    trx: Transaction,
    kind: "invitation-made" | "invitation-withdrawn",
    actor: Actor,
    { id, role }: { id: string; role: Role },
  ) => {
    const event = { kind, detail: { invitationId: id, role } };
    if (actor.kind === "operator") return audit.record(trx, { ...event, userId: null, actor });
    const { userId, sessionId, ipAddress, userAgent } = actor;
    return audit.record(trx, { ...event, userId, sessionId, ipAddress, userAgent });
  };

  return {
    /**
     * @returns the link, which is nowhere to be read again
     * @throws {SignUpClosedError} nobody could accept it
     * @throws {InsufficientRankError} {ValidationError} {EmailTakenError}
     */
    async invite(
      actor: Actor,
      invitation: NewInvitation,
    ): Promise<{ id: string; url: string; expiresAt: Date }> {
      const { email, role = plainRole, language } = invitation;
      if (deps.signUp.mode === "closed") throw new SignUpClosedError();
      if (!roleTable.has(role)) throw refuseField("role");
      if (!inviters.may(actor, role)) throw new InsufficientRankError();
      const expiresAt = expiryOf(invitation.expiresAt);
      const id = uuidv7();
      const token = newToken();
      // In the fragment, neither reaches a server or a log when the link is opened.
      const url = `${deps.bookUrl}/register#${new URLSearchParams({ invitation: token, ...(email && { email }) })}`;
      await inTransaction(database, async (trx) => {
        if (email !== undefined) {
          await lockEmail(trx, email);
          if (await deps.addresses.isTaken(trx, email)) throw new EmailTakenError();
        }
        await queries.insertInvitation(trx, {
          id,
          tokenHash: hashToken(token),
          email: email ?? null,
          role,
          invitedBy: actor.kind === "account" ? actor.userId : null,
          createdAt: clock.now(),
          expiresAt,
          acceptedAt: null,
          acceptedBy: null,
        });
        await record(trx, "invitation-made", actor, { id, role });
        if (email !== undefined) {
          await deps.writeLetter(trx, { kind: "invitation", to: email, language, url, until: expiresAt });
        }
      });
      return { id, url, expiresAt };
    },

    /** Newest first: those that wait, and those that were accepted lately. */
    async list({ limit, cursor }: PageRequest): Promise<Page<Invitation>> {
      const before = cursor === undefined ? undefined : readIdCursor(cursor);
      const rows = await queries.listInvitations(database, { before, limit: limit + 1, now: clock.now() });
      return toPage(rows, limit, showInvitation, ({ id }) => writeCursor(id));
    },

    /**
     * Takes an invitation back. Whoever has begun to register with it gets no further by it.
     *
     * @throws {InvitationNotFoundError} also where it has been accepted
     * @throws {InsufficientRankError} it lets somebody in whom the actor could not have invited
     */
    withdraw: (actor: Actor, id: string): Promise<void> =>
      inTransaction(database, async (trx) => {
        const invitation = await queries.lockInvitation(trx, id);
        if (!invitation || invitation.acceptedAt) throw new InvitationNotFoundError();
        if (!inviters.may(actor, invitation.role)) throw new InsufficientRankError();
        await queries.deleteInvitation(trx, id);
        await record(trx, "invitation-withdrawn", actor, { id, role: invitation.role });
      }),

    /** Removes those that have run out, and those that were accepted long ago. */
    async purge(): Promise<void> {
      const expired = clock.now();
      const accepted = new Date(expired.getTime() - acceptedKeptMs);
      while (
        (await queries.deleteOver(database, { expired, accepted, limit: purgedAtOnce })) === purgedAtOnce
      );
    },
  };
}

export type Invitations = ReturnType<typeof createInvitations>;

function refuseField(field: string): ValidationError {
  const code = "value-invalid";
  return new ValidationError([{ field, code, message: fieldSentences[code] }]);
}

function showInvitation(row: queries.InvitationRow): Invitation {
  const { createdAt, expiresAt, acceptedAt, ...rest } = row;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
  };
}
