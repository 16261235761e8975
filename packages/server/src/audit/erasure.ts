// Whoever leaves takes along what events say of them, and the chain holds: what stays are kinds, moments, digests
// that nobody can guess from, and in acts on others the id of whoever acted. GDPR, article 17.
import type { Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import type { Audit } from "./audit.ts";
import { eraseEvents } from "./erasure-queries.ts";

/**
 * In the transaction in which users are deleted, before they are; the database refuses to delete them otherwise.
 * An event of its own says how many others lost something, so that nobody else can pass for erased.
 */
export async function eraseEventsOf(
  trx: Transaction,
  audit: Audit,
  userIds: readonly string[],
  kind: "account-deleted" | "guests-removed",
): Promise<void> {
  const id = uuidv7();
  const events = await eraseEvents(trx, userIds, id);
  // Most guests leave without ever having been in an event.
  if (kind === "guests-removed" && events === 0) return;
  const actor = { kind: kind === "account-deleted" ? "self" : "system" } as const;
  await audit.record(trx, { id, kind, userId: null, actor, detail: { events } });
}
