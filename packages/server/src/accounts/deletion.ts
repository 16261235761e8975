// An account leaves for good: what events say of it, the row, and by its foreign keys everything that hangs on it,
// in one transaction. Nothing is kept to come back to. GDPR, article 17; OWASP ASVS 5.0, 7.4.2, 14.2.4.
import type { Audit } from "../audit/audit.ts";
import { eraseEventsOf } from "../audit/erasure.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import { deleteInvitationsTo } from "../invitations/queries.ts";
import type { Mail } from "../mail/mail.ts";
import { requireAnotherAdmin } from "../roles/last-admin.ts";
import { lockWithAdmins } from "../roles/queries.ts";
import { SessionEndedError, TokenStaleError } from "../sessions/errors.ts";
import type { Sessions } from "../sessions/service.ts";
import { AccountNotFoundError } from "./errors.ts";
import { deletePendingOf } from "./pending-queries.ts";
import * as queries from "./queries.ts";

export interface DeletionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly mail: Mail;
}

export function createDeletion({ database, clock, sessions, audit, mail }: DeletionDeps) {
  /**
   * Deletes an account, or a guest, with its chats. Its tokens are dead with the commit, and whatever of
   * it is under way (a sign-in, an answer) finds nobody any more.
   *
   * @param leaver.guest - whether a guest asked, who has proven nothing
   * @throws {AccountNotFoundError} it is gone already
   * @throws {SessionEndedError} the guest has become an account meanwhile, which a guest's token does not delete
   * @throws {TokenStaleError} the account has another address by now
   * @throws {LastAdminError}
   */
  return async function deleteAccount(leaver: { userId: string; guest: boolean }): Promise<void> {
    const { userId, guest } = leaver;
    const known = await queries.findReader(database, userId);
    if (!known) throw new AccountNotFoundError();
    await inTransaction(database, async (trx, afterCommit) => {
      // Before all else, as everybody does who takes away what waits for an address.
      if (!guest) await queries.lockEmail(trx, known.email);
      // A sign-in or a verification holds the row that names its guest, and then waits for the guest.
      await queries.forgetGuest(trx, userId);
      // A guest leaves no administrators behind, and waits for none: one may be waiting for this guest, to merge it.
      if (!guest) requireAnotherAdmin(await lockWithAdmins(trx, [userId]), userId, clock.now());
      // After the account: what is written through a tombstone names the account, and waits for nothing of it.
      await queries.lockWithMergedGuests(trx, userId);
      const owner = await queries.findReader(trx, userId);
      if (!owner) throw new AccountNotFoundError();
      if (guest && !owner.isAnonymous) throw new SessionEndedError();
      // Another address meanwhile, whose lock this one does not hold.
      if (!guest && owner.email !== known.email) throw new TokenStaleError();
      await sessions.endAllOf(trx, afterCommit, userId);
      // Only now: a sign-out that has ended a session records it, which the other locks let through.
      await queries.lockAgainstRecords(trx, userId);
      await eraseEventsOf(trx, audit, [userId], owner.isAnonymous ? "guests-removed" : "account-deleted");
      // Of several at once one deletes; the others must not write to its owner once more.
      if (!(await queries.deleteUser(trx, userId))) throw new AccountNotFoundError();
      if (owner.isAnonymous) return;
      await deletePendingOf(trx, owner.email);
      await deleteInvitationsTo(trx, owner.email);
      await mail.forget(trx, owner.email);
      await mail.enqueue(trx, {
        kind: "account-deleted",
        to: owner.email,
        language: owner.language ?? "en",
        at: clock.now(),
      });
    });
  };
}
