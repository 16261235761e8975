import type { Insertable } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { ProvidedIdentity } from "./identity-provider.ts";
import type { ProviderFlowTable } from "./tables.ts";

const columns = [
  "id",
  "purpose",
  "provider",
  "delivery",
  "codeVerifier",
  "nonce",
  "userId",
  "sessionId",
  "guestId",
  "invitationId",
  "language",
  "returnTo",
  "errorTo",
] as const;

export async function insertFlow(trx: Transaction, row: Insertable<ProviderFlowTable>): Promise<void> {
  await trx.insertInto("providerFlow").values(row).execute();
}

/**
 * Takes a state up, for one of all who bring it at once. A browser is known by its cookie; an app is not there when
 * its provider answers, and shows what it holds later.
 */
export function claimState(
  db: Database,
  claim: { provider: string; stateHash: Buffer; holderHash: Buffer | undefined; now: Date },
) {
  const { provider, stateHash, holderHash, now } = claim;
  return db
    .updateTable("providerFlow")
    .set({ stateHash: null })
    .where("stateHash", "=", stateHash)
    .where("provider", "=", provider)
    .where("expiresAt", ">", now)
    .where((eb) =>
      eb.or([
        eb("delivery", "=", "body"),
        ...(holderHash === undefined ? [] : [eb("holderHash", "=", holderHash)]),
      ]),
    )
    .returning(columns)
    .executeTakeFirst();
}

/** Keeps what the provider said until the page asks for it. */
export async function keepIdentity(
  db: Database,
  answer: { id: string; codeHash: Buffer; identity: ProvidedIdentity; expiresAt: Date },
): Promise<void> {
  const { id, codeHash, identity, expiresAt } = answer;
  await db
    .updateTable("providerFlow")
    .set({ codeHash, identity: JSON.stringify(identity), codeVerifier: null, nonce: null, expiresAt })
    .where("id", "=", id)
    .execute();
}

/** Uses a code up. */
export function takeFlow(
  db: Database,
  claim: { purpose: ProviderFlowTable["purpose"]; codeHash: Buffer; holderHash: Buffer; now: Date },
) {
  return db
    .deleteFrom("providerFlow")
    .where("codeHash", "=", claim.codeHash)
    .where("holderHash", "=", claim.holderHash)
    .where("purpose", "=", claim.purpose)
    .where("expiresAt", ">", claim.now)
    .returning([...columns, "identity"])
    .executeTakeFirst();
}

export async function deleteFlow(db: Database, id: string): Promise<void> {
  await db.deleteFrom("providerFlow").where("id", "=", id).execute();
}

export async function deleteExpiredFlows(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("providerFlow").where("expiresAt", "<=", now).execute();
}
