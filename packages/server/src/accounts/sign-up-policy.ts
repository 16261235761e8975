// Who may make an account. Asked twice: when somebody asks for one, with nothing but what they typed, and in the
// transaction that makes it, whichever way leads there. Nothing of it depends on whether an address is known.
// See docs/decisions/042-who-may-sign-up.md.
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { SignUpMode } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import { ValidationError } from "../domain-error.ts";
import { InvitationInvalidError, InvitationNeededError, SignUpClosedError } from "../invitations/errors.ts";
import { createInviters, plainRole } from "../invitations/inviters.ts";
import * as queries from "../invitations/queries.ts";
import { fieldSentences } from "../problem-codes.ts";
import type { RoleTable } from "../roles/roles.ts";
import type { Device } from "../sessions/service.ts";
import { hashToken } from "./secrets.ts";

export interface SignUpPolicyDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly roleTable: RoleTable;
  readonly signUp: SignUpMode;
}

/** Leave to make one account, and the invitation that it rests on. */
export interface Admission {
  readonly invitation: queries.OpenInvitation | undefined;
}

export function createSignUpPolicy({ database, clock, audit, roleTable, signUp }: SignUpPolicyDeps) {
  const inviters = createInviters({ clock, roleTable });
  const domainFits = (email: string): boolean =>
    signUp.mode !== "domains" || signUp.domains.includes(email.slice(email.lastIndexOf("@") + 1));

  async function counts(
    db: Database | Transaction,
    invitation: queries.OpenInvitation | undefined,
    email: string | undefined,
  ): Promise<boolean> {
    if (!invitation) return false;
    if (signUp.mode === "closed" && !invitation.withClaimLink) return false;
    const isForThem = email === undefined || invitation.email === null || invitation.email === email;
    return isForThem && (await inviters.stillMay(db, invitation));
  }

  /** @returns the id of the invitation, if it lets anybody in */
  async function findInvitation(token: string, email?: string): Promise<string | undefined> {
    const invitation = await queries.findOpenByToken(database, hashToken(token), clock.now());
    return (await counts(database, invitation, email)) ? invitation?.id : undefined;
  }

  return {
    signUp,

    /**
     * The invitation that somebody brings before it is known who they are.
     *
     * @returns its id, to be kept with what they have begun
     * @throws {InvitationInvalidError}
     */
    async recognise(token: string | undefined): Promise<string | null> {
      if (token === undefined) return null;
      const id = await findInvitation(token);
      // In a closed book whoever has an account goes on without.
      if (id === undefined && signUp.mode !== "closed") throw new InvitationInvalidError();
      return id ?? null;
    },

    /**
     * Whether somebody may ask for an account with an address, which nobody has proven yet.
     *
     * @param applicant.invitation - what stood in its link, or the key of the terminal's claim link
     * @returns the invitation's id, to be kept until the account is made
     * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError}
     * @throws {ValidationError} the address is of another domain
     */
    async admit(applicant: { email: string; invitation?: string | undefined }): Promise<string | null> {
      const { email, invitation } = applicant;
      const id = invitation === undefined ? undefined : await findInvitation(invitation, email);
      if (id !== undefined) return id;
      if (signUp.mode === "closed") throw new SignUpClosedError();
      if (invitation !== undefined) throw new InvitationInvalidError();
      if (signUp.mode === "invitation") throw new InvitationNeededError();
      if (domainFits(email)) return null;
      const code = "email-domain-refused";
      throw new ValidationError([{ field: "email", code, message: fieldSentences[code] }]);
    },

    /**
     * Whether an account may be made now, as the settings may have changed since somebody asked. Call it under the
     * lock on the address, before anything else is written; its invitation is held until the transaction ends.
     *
     * @throws {SignUpClosedError} {InvitationNeededError} {InvitationInvalidError}
     */
    async check(
      trx: Transaction,
      applicant: { email: string; invitationId: string | null | undefined },
    ): Promise<Admission> {
      const { email, invitationId } = applicant;
      const held = invitationId ? await queries.lockOpen(trx, invitationId, clock.now()) : undefined;
      const invitation = (await counts(trx, held, email)) ? held : undefined;
      if (invitation) return { invitation };
      if (signUp.mode === "closed") throw new SignUpClosedError();
      if (signUp.mode === "invitation") {
        throw invitationId ? new InvitationInvalidError() : new InvitationNeededError();
      }
      if (!domainFits(email)) throw new SignUpClosedError();
      return { invitation: undefined };
    },

    /** Uses the invitation up, for the account that was made in this transaction. */
    async accept(
      trx: Transaction,
      { invitation }: Admission,
      account: { userId: string; email: string; device: Device },
    ): Promise<void> {
      if (!invitation) return;
      const { userId, email, device } = account;
      const { id, role, invitedBy } = invitation;
      await queries.markAccepted(trx, { id, userId, at: clock.now() });
      await queries.deleteInvitationsTo(trx, email);
      if (role !== plainRole) await queries.giveRole(trx, userId, role);
      await audit.record(trx, {
        kind: "invitation-accepted",
        userId,
        ...device,
        detail: { invitationId: id, invitedBy, role },
      });
    },
  };
}

export type SignUpPolicy = ReturnType<typeof createSignUpPolicy>;
