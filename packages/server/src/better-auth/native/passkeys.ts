import type { Audit } from "../../audit/audit.ts";
import type { Database } from "../../database/database.ts";
import { inTransaction } from "../../database/transaction.ts";
import { SessionEndedError } from "../../sessions/errors.ts";
import type { Principal } from "../../sessions/principal.ts";
import { findSessionWithReader, lockUserAtEpoch } from "../../sessions/queries.ts";
import type { Device } from "../../sessions/service.ts";
import { PasskeyNotFoundError } from "./errors.ts";
import * as queries from "./queries.ts";

/** A reader's own passkeys; Better Auth checks and stores them. */
export function createPasskeys({ database, audit }: { database: Database; audit: Audit }) {
  return {
    /**
     * A passkey that has just been stored stays, if whoever added it is still signed in: a reset in the
     * meantime has ended the session, and must not leave a way in behind.
     *
     * @throws {SessionEndedError} the passkey is gone by then
     */
    async confirmAdded(
      principal: Pick<Principal, "userId" | "sessionId" | "epoch">,
      passkey: { id: string; device: Device },
    ): Promise<void> {
      const { userId, sessionId, epoch } = principal;
      const kept = await inTransaction(database, async (trx) => {
        const current =
          (await lockUserAtEpoch(trx, userId, epoch)) && (await findSessionWithReader(trx, sessionId));
        if (!current) {
          await queries.deletePasskey(trx, { id: passkey.id, userId });
          return false;
        }
        await audit.record(trx, { kind: "passkey-added", userId, sessionId, ...passkey.device });
        return true;
      });
      if (!kept) throw new SessionEndedError();
    },

    /** @throws {PasskeyNotFoundError} there is none with this id, or it is somebody else's */
    async remove(
      principal: Pick<Principal, "userId" | "sessionId">,
      passkey: { id: string; device: Device },
    ): Promise<void> {
      const { userId, sessionId } = principal;
      await inTransaction(database, async (trx) => {
        if (!(await queries.deletePasskey(trx, { id: passkey.id, userId }))) throw new PasskeyNotFoundError();
        await audit.record(trx, { kind: "passkey-removed", userId, sessionId, ...passkey.device });
      });
    },

    /** @throws {PasskeyNotFoundError} */
    async rename(userId: string, passkey: { id: string; name: string }) {
      const renamed = await queries.renamePasskey(database, { ...passkey, userId });
      if (!renamed) throw new PasskeyNotFoundError();
      return renamed;
    },
  };
}

export type Passkeys = ReturnType<typeof createPasskeys>;
