// Events say who did it and what it changed, are chained by their digests, and outlive the account that they
// concern without what they said of it. See docs/decisions/044.
import { type Kysely, sql } from "kysely";

const statements = [
  // Whoever deletes a user erases its events first (audit/erasure.ts), or the database refuses.
  `alter table security_event
    drop constraint security_event_user_id_fkey,
    add constraint security_event_user_id_fkey foreign key (user_id) references "user" (id)`,
  // An actor's id stands there only where somebody acted on somebody else, and outlives them.
  `alter table security_event
    add column actor_kind text not null default 'self'
      check (actor_kind in ('self', 'account', 'operator', 'system', 'visitor')),
    add column actor_id uuid,
    add column reason text,
    add column before jsonb,
    add column after jsonb,
    add check ((actor_kind = 'account') = (actor_id is not null))`,
  `update security_event set
    actor_kind = case when kind in ('answer-hidden', 'answer-shown') then 'system'
      when kind = 'quota-changed' and detail ->> 'by' is not null then 'account' else 'operator' end,
    actor_id = case when kind = 'quota-changed' then (detail ->> 'by')::uuid end,
    detail = detail - 'by'
    where kind in ('answer-hidden', 'answer-shown', 'quota-changed', 'account-imported')`,
  `alter table security_event alter column actor_kind drop default`,
  // The chain, written by a job: the place, what an event's parts are digested with (random, gone with the part), the
  // digests, and the hash over all that stays and the hash before it.
  `alter table security_event
    add column position bigint unique,
    add column facts_salt bytea,
    add column facts_digest bytea,
    add column origin_salt bytea,
    add column origin_digest bytea,
    add column hash bytea,
    add column erased_with uuid,
    add check (num_nonnulls(position, facts_digest, origin_digest, hash) in (0, 4))`,
  `create index security_event_unchained on security_event (id) where position is null`,
  // Newest first, all of them or those of one filter.
  `drop index security_event_by_user`,
  `create index security_event_by_age on security_event (created_at, id)`,
  `create index security_event_by_user on security_event (user_id, created_at, id) where user_id is not null`,
  `create index security_event_by_actor on security_event (actor_id, created_at, id) where actor_id is not null`,
  `create index security_event_by_kind on security_event (kind, created_at, id)`,
];

const reversals = [
  `drop index security_event_by_age, security_event_by_user, security_event_by_actor, security_event_by_kind`,
  `create index security_event_by_user on security_event (user_id, id)`,
  `alter table security_event
    drop column actor_kind, drop column actor_id, drop column reason, drop column before, drop column after,
    drop column position, drop column facts_salt, drop column facts_digest, drop column origin_salt,
    drop column origin_digest, drop column hash, drop column erased_with`,
  `alter table security_event
    drop constraint security_event_user_id_fkey,
    add constraint security_event_user_id_fkey foreign key (user_id) references "user" (id) on delete cascade`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}
