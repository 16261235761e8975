// Addresses that no letter goes to for a while: mail servers judge a sender by how often it writes to nobody.
import type { Clock } from "../clock.ts";
import type { Database, Transaction } from "../database/database.ts";
import * as queries from "./suppression-queries.ts";
import type { SuppressedAddressTable } from "./tables.ts";

const day = 24 * 60 * 60_000;

/** Every suppression ends: mailboxes are mended, and people change their minds. */
const lastsMs: Record<SuppressedAddressTable["reason"], number> = {
  // Nobody reads mail there.
  bounced: 30 * day,
  // Whoever reads mail there called a letter spam.
  complained: 365 * day,
  // Full, or away.
  unreachable: day,
};

const listed = 500;

export function createSuppression(deps: { readonly database: Database; readonly clock: Clock }) {
  const { database, clock } = deps;

  return {
    /** @returns why no letter goes there at the moment */
    find: (email: string) => queries.findSuppression(database, email, clock.now()),

    async add(db: Database | Transaction, email: string, reason: SuppressedAddressTable["reason"]) {
      const createdAt = clock.now();
      const endsAt = new Date(createdAt.getTime() + lastsMs[reason]);
      await queries.upsertSuppression(db, { email, reason, createdAt, endsAt });
    },

    /** The newest first. */
    list: () => queries.listSuppressions(database, clock.now(), listed),

    /** @returns whether the address was suppressed */
    lift: (trx: Transaction, email: string) => queries.deleteSuppression(trx, email),

    purge: () => queries.deleteEndedSuppressions(database, clock.now()),
  };
}

export type Suppression = ReturnType<typeof createSuppression>;
