import type { Database, Transaction } from "../database/database.ts";
import type { Claimable } from "./claimable.ts";

/**
 * Locks the guest's row, if it still is a live guest: not an account by now, and not merged. Every claim
 * of one guest queues here, so that one of them wins.
 */
export async function lockLiveGuest(trx: Transaction, guestId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function isLiveGuest(db: Database | Transaction, guestId: string): Promise<boolean> {
  const row = await db
    .selectFrom("user")
    .select("id")
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves a tombstone that says where the guest's things went, so that late writes follow. */
export async function markMerged(
  trx: Transaction,
  merge: { guestId: string; accountId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable("user")
    .set({ mergedInto: merge.accountId, updatedAt: merge.at })
    .where("id", "=", merge.guestId)
    .execute();
}

/** The guest's own row takes the proven address and name; what it owns stays where it is. */
export async function turnIntoAccount(
  trx: Transaction,
  account: { guestId: string; email: string; emailVerified: boolean; name: string; at: Date },
): Promise<void> {
  const { guestId, email, emailVerified, name, at } = account;
  await trx
    .updateTable("user")
    .set({ email, emailVerified, name, isAnonymous: false, updatedAt: at })
    .where("id", "=", guestId)
    .where("isAnonymous", "=", true)
    .where("mergedInto", "is", null)
    .execute();
}

export interface PurgeTimes {
  readonly now: Date;
  /** Guests that are older and have no living session: nobody can come back to them. */
  readonly silentSince: Date;
  /** Guests that are older and own nothing, and tombstones that no late write follows any more. */
  readonly idleSince: Date;
}

/** Guests that may go; never one that a registration or a session still counts on. */
export function purgeableGuests(
  db: Database | Transaction,
  times: PurgeTimes,
  ownedTables: readonly Claimable["table"][],
) {
  const { now, silentSince, idleSince } = times;
  return db
    .selectFrom("user")
    .select("user.id")
    .where("isAnonymous", "=", true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("pendingRegistration")
            .select("id")
            .whereRef("guestId", "=", "user.id")
            .where("expiresAt", ">", now),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("session")
            .select("id")
            .whereRef("claimableGuestId", "=", "user.id")
            .where("expiresAt", ">", now),
        ),
      ),
    )
    .where((eb) => {
      const tombstone = eb.and([eb("mergedInto", "is not", null), eb("user.updatedAt", "<=", idleSince)]);
      const living = eb.exists(
        eb.selectFrom("session").select("id").whereRef("userId", "=", "user.id").where("expiresAt", ">", now),
      );
      const silent = eb.and([
        eb("mergedInto", "is", null),
        eb("user.createdAt", "<=", silentSince),
        eb.not(living),
      ]);
      const owned = ownedTables.map((table) =>
        eb.exists(eb.selectFrom(table).select("id").whereRef("ownerId", "=", "user.id")),
      );
      const empty = eb.and([
        eb("mergedInto", "is", null),
        eb("user.createdAt", "<=", idleSince),
        eb.not(eb.or(owned)),
      ]);
      return eb.or([tombstone, silent, empty]);
    })
    .orderBy("user.id");
}

/** Waits for whoever is writing for this guest, and lets nobody begin. */
export async function lockUser(trx: Transaction, userId: string): Promise<void> {
  await trx.selectFrom("user").select("id").where("id", "=", userId).forUpdate().execute();
}

export async function deleteGuest(trx: Transaction, guestId: string): Promise<void> {
  await trx.deleteFrom("user").where("id", "=", guestId).where("isAnonymous", "=", true).execute();
}
