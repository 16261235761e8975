import { sql } from "kysely";
import type { Database, Transaction } from "../database/database.ts";
import { firstHash, type Link, toHex } from "./digests.ts";

const whatIsDigested = [
  "id",
  "kind",
  "actorKind",
  "actorId",
  "createdAt",
  "userId",
  "reason",
  "before",
  "after",
  "detail",
  "sessionId",
  "ipAddress",
  "userAgent",
] as const;

/** @returns whether the chain is this transaction's alone until it ends; another one has it otherwise */
export async function takeChain(trx: Transaction): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('bookplate.audit')) as taken`.execute(trx);
  return rows[0]?.taken === true;
}

/** The oldest events outside of the chain; one that is being erased at this moment waits for the next time. */
export function lockUnchained(trx: Transaction, limit: number) {
  return trx
    .selectFrom("securityEvent")
    .select(whatIsDigested)
    .where("position", "is", null)
    .orderBy("id")
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
}

export type UnchainedEvent = Awaited<ReturnType<typeof lockUnchained>>[number];

/** Where the chain ends now. */
export interface Head {
  readonly position: number;
  readonly hash: Uint8Array;
}

/** @returns where nothing is chained yet, what stands before the first link */
export async function findHead(db: Database | Transaction): Promise<Head> {
  const row = await db
    .selectFrom("securityEvent")
    .select(["position", "hash"])
    .where("position", "is not", null)
    .orderBy("position", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hash ? { position: Number(row.position), hash: row.hash } : { position: 0, hash: firstHash };
}

export interface NewLink extends Pick<Link, "id" | "position" | "factsDigest" | "originDigest"> {
  readonly factsSalt: Uint8Array;
  readonly originSalt: Uint8Array;
  readonly hash: Uint8Array;
}

export async function writeLinks(trx: Transaction, links: readonly NewLink[]): Promise<void> {
  const rows = links.map(({ id, position, factsSalt, factsDigest, originSalt, originDigest, hash }) => ({
    id,
    position,
    facts_salt: toHex(factsSalt),
    facts_digest: toHex(factsDigest),
    origin_salt: toHex(originSalt),
    origin_digest: toHex(originDigest),
    hash: toHex(hash),
  }));
  await sql`update security_event as event set
      position = link.position,
      facts_salt = decode(link.facts_salt, 'hex'),
      facts_digest = decode(link.facts_digest, 'hex'),
      origin_salt = decode(link.origin_salt, 'hex'),
      origin_digest = decode(link.origin_digest, 'hex'),
      hash = decode(link.hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as link(
      id uuid, position bigint, facts_salt text, facts_digest text, origin_salt text, origin_digest text, hash text)
    where event.id = link.id`.execute(trx);
}

/** The links behind a position, in order. */
export function listLinks(db: Database, page: { after: number; limit: number }) {
  return db
    .selectFrom("securityEvent")
    .select([
      ...whatIsDigested,
      "position",
      "factsSalt",
      "factsDigest",
      "originSalt",
      "originDigest",
      "hash",
      "erasedWith",
    ])
    .where("position", ">", page.after)
    .orderBy("position")
    .limit(page.limit)
    .execute();
}

export type StoredLink = Awaited<ReturnType<typeof listLinks>>[number];

/** How many events wait for the chain, and since when the oldest does. */
export async function countUnchained(db: Database): Promise<{ count: number; oldest: Date | null }> {
  return db
    .selectFrom("securityEvent")
    .select([sql<number>`count(*)::int`.as("count"), sql<Date | null>`min(created_at)`.as("oldest")])
    .where("position", "is", null)
    .executeTakeFirstOrThrow();
}

/** Where the chain was cut last, as the event of the cut says. */
export async function findCut(db: Database): Promise<{ position: number; hash: string } | undefined> {
  const row = await db
    .selectFrom("securityEvent")
    .select(["detail"])
    .where("kind", "=", "audit-trimmed")
    .orderBy(sql`(detail ->> 'position')::bigint`, (order) => order.desc().nullsLast())
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  return { position: Number(row.detail.position), hash: String(row.detail.hash) };
}

/**
 * Erased events without an event that says so, or more of them than it says: each at its first place.
 *
 * @returns places in the chain
 */
export async function findUnaccounted(
  db: Database,
  limit: number,
): Promise<{ position: number; id: string }[]> {
  const { rows } = await sql<{ position: string | number; id: string }>`
    select min(event.position) as position, (array_agg(event.id order by event.position))[1] as id
    from security_event event
    left join security_event cause on cause.id = event.erased_with
    where event.erased_with is not null and event.position is not null
    group by event.erased_with, cause.kind, cause.detail
    having count(*) > case
      when cause.kind in ('account-deleted', 'guests-removed') then (cause.detail ->> 'events')::int
      when cause.kind = 'audit-trimmed' then 1
      else 0 end
    order by 1 limit ${limit}`.execute(db);
  return rows.map(({ position, id }) => ({ position: Number(position), id }));
}
