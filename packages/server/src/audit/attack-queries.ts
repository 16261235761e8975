import { sql } from "kysely";
import type { Database } from "../database/database.ts";

/** Accounts with so many wrong passwords since then, of which nothing was said since `saidSince`. */
export async function findAttackedAccounts(
  db: Database,
  from: { since: Date; tries: number; saidSince: Date },
): Promise<{ userId: string; tries: number; networks: number }[]> {
  const { rows } = await sql<{ userId: string; tries: number; networks: number }>`
    select failed.user_id, count(*)::int as tries, count(distinct failed.detail->>'network')::int as networks
    from security_event failed
    where failed.kind = 'sign-in-failed' and failed.created_at > ${from.since} and failed.user_id is not null
      and not exists (
        select 1 from security_event said
        where said.user_id = failed.user_id and said.kind = 'account-under-attack'
          and said.created_at > ${from.saidSince})
    group by failed.user_id
    having count(*) >= ${from.tries}
    order by failed.user_id`.execute(db);
  return rows;
}

/**
 * Whose passwords were typed wrong, and not right from the same address in that time: a known account by its id, any
 * other by the hash of its address.
 */
const strangersTries = (from: Date, to: Date) => sql`
  select failed.detail->>'network' as network, coalesce(failed.user_id::text, failed.detail->>'identifier') as tried,
    failed.created_at
  from security_event failed
  where failed.kind = 'sign-in-failed' and failed.created_at > ${from} and failed.created_at <= ${to}
    and not exists (
      select 1 from security_event came
      where came.user_id = failed.user_id and came.kind = 'signed-in' and came.ip_address = failed.ip_address
        and came.created_at > ${from} and came.created_at <= ${to})`;

/** In one round; of more networks than that nobody reads. */
const mostNetworks = 20;

/** Networks that tried so many accounts and got into none of them, the worst first, unless that was said already. */
export async function findSprayingNetworks(
  db: Database,
  from: { since: Date; now: Date; accounts: number },
): Promise<{ network: string; accounts: number }[]> {
  const { rows } = await sql<{ network: string; accounts: number }>`
    select network, count(distinct tried)::int as accounts
    from (${strangersTries(from.since, from.now)}) tries
    where network is not null and not exists (
      select 1 from security_event said
      where said.kind = 'password-spraying' and said.created_at > ${from.since}
        and said.detail->>'network' = network)
    group by network
    having count(distinct tried) >= ${from.accounts}
    order by count(distinct tried) desc, network
    limit ${mostNetworks}`.execute(db);
  return rows;
}

/** How many accounts were tried from anywhere without success; one that is tried on several days counts for each. */
export async function countTriedAccounts(db: Database, from: Date, to: Date): Promise<number> {
  const { rows } = await sql<{ accounts: number }>`
    select count(distinct (tried, floor(extract(epoch from ${to}::timestamptz - created_at) / 86400)))::int as accounts
    from (${strangersTries(from, to)}) tries`.execute(db);
  return rows[0]?.accounts ?? 0;
}

/** Whether it was said since then that accounts are tried from everywhere. */
export async function hasSaidSpraying(db: Database, since: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from security_event
    where kind = 'password-spraying' and created_at > ${since} and detail->'network' = 'null'::jsonb
    limit 1`.execute(db);
  return rows.length > 0;
}
