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
   * @throws {AccountNotFoundError} it is gone already
   * @throws {LastAdminError}
   */
  return async function deleteAccount(userId: string): Promise<void> {
    await inTransaction(database, async (trx, afterCommit) => {
      // In the order of everybody else: writes for a guest lock the guest and then its account, a merge the
      // owner and then the sessions. Otherwise two would wait for each other.
      await queries.lockMergedGuests(trx, userId);
      requireAnotherAdmin(await lockWithAdmins(trx, [userId]), userId, clock.now());
      const owner = await queries.findReader(trx, userId);
      if (!owner) throw new AccountNotFoundError();
      await sessions.endAllOf(trx, afterCommit, userId);
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
