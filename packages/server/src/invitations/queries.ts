import { type Insertable, sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import type { InvitationTable } from "./tables.ts";

export async function insertInvitation(trx: Transaction, row: Insertable<InvitationTable>): Promise<void> {
  await trx.insertInto("invitation").values(row).execute();
}

/** Whether it came with the claim link that counts at the moment, and goes with it. */
const withClaimLink = (now: Date) =>
  sql<boolean>`exists (
    select from admin_claim where admin_claim.key_hash = invitation.token_hash and admin_claim.expires_at > ${now}
  )`;

const standing = (now: Date) =>
  ["id", "email", "role", "invitedBy", withClaimLink(now).as("withClaimLink")] as const;

/** One that was not accepted and has not run out. */
export function findOpenByToken(db: Database | Transaction, tokenHash: Buffer, now: Date) {
  return db
    .selectFrom("invitation")
    .select(standing(now))
    .where("tokenHash", "=", tokenHash)
    .where("acceptedAt", "is", null)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findOpenByToken>>>;

/** The same, held until the transaction ends: of two who accept it at once, the second finds none. */
export function lockOpen(trx: Transaction, id: string, now: Date): Promise<OpenInvitation | undefined> {
  return trx
    .selectFrom("invitation")
    .select(standing(now))
    .where("id", "=", id)
    .where("acceptedAt", "is", null)
    .where("expiresAt", ">", now)
    .forUpdate()
    .executeTakeFirst();
}

/** What decides whether somebody may still invite. */
export function findInviter(db: Database | Transaction, userId: string) {
  return db
    .selectFrom("user")
    .select(["role", "banned", "banExpires"])
    .where("id", "=", userId)
    .executeTakeFirst();
}

/** From now on the address is the account's to say. */
export async function markAccepted(
  trx: Transaction,
  acceptance: { id: string; userId: string; at: Date },
): Promise<void> {
  const { id, userId, at } = acceptance;
  await trx
    .updateTable("invitation")
    .set({ acceptedAt: at, acceptedBy: userId, email: null })
    .where("id", "=", id)
    .execute();
}

/** An account that has just been made gets its role; nobody holds a token of it yet. */
export async function giveRole(trx: Transaction, userId: string, role: string): Promise<void> {
  await trx.updateTable("user").set({ role }).where("id", "=", userId).execute();
}

/** The address has an account, or had one: nobody is waited for there. */
export async function deleteInvitationsTo(trx: Transaction, email: string): Promise<void> {
  await trx.deleteFrom("invitation").where("email", "=", email).where("acceptedAt", "is", null).execute();
}

/** One that came with a claim link which counts no more; who came by it stays to be seen. */
export async function deleteOpenByToken(trx: Transaction, tokenHash: Buffer): Promise<void> {
  await trx
    .deleteFrom("invitation")
    .where("tokenHash", "=", tokenHash)
    .where("acceptedAt", "is", null)
    .execute();
}

/** Newest first: ids are in the order of their making. What comes with a claim link is nobody's invitation. */
export function listInvitations(
  db: Database | Transaction,
  page: { before: string | undefined; limit: number; now: Date },
) {
  let query = db
    .selectFrom("invitation")
    .leftJoin("user", "user.id", "invitation.acceptedBy")
    .select((eb) => [
      "invitation.id",
      eb.fn.coalesce("user.email", "invitation.email").as("email"),
      "invitation.role",
      "invitation.createdAt",
      "invitation.expiresAt",
      "invitation.acceptedAt",
      "invitation.invitedBy",
    ])
    .where((eb) => eb.or([eb("invitation.acceptedAt", "is not", null), eb.not(withClaimLink(page.now))]));
  if (page.before !== undefined) query = query.where("invitation.id", "<", page.before);
  return query.orderBy("invitation.id", "desc").limit(page.limit).execute();
}

export type InvitationRow = Awaited<ReturnType<typeof listInvitations>>[number];

export function lockInvitation(trx: Transaction, id: string) {
  return trx
    .selectFrom("invitation")
    .select(["role", "acceptedAt"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function deleteInvitation(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom("invitation").where("id", "=", id).execute();
}

/** @returns how many went */
export async function deleteOver(
  db: Database,
  { expired, accepted, limit }: { expired: Date; accepted: Date; limit: number },
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("invitation")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("invitation")
        .select("id")
        .where((over) =>
          over.or([
            over.and([over("acceptedAt", "is", null), over("expiresAt", "<=", expired)]),
            over("acceptedAt", "<=", accepted),
          ]),
        )
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** For a reader's copy: what they made, and what they came by. */
export function listInvitationsOf(db: Database, userId: string) {
  return db
    .selectFrom("invitation")
    .select(["email", "role", "createdAt", "expiresAt", "acceptedAt", "acceptedBy"])
    .where((eb) => eb.or([eb("invitedBy", "=", userId), eb("acceptedBy", "=", userId)]))
    .orderBy("id")
    .execute();
}
