// Invitations to make an account, and the registrations and sign-ins at providers that carry one.
import { type Kysely, sql } from "kysely";

const statements = [
  // Without an inviter it comes from a command. It goes with whoever made it, and with whoever accepted it.
  `create table invitation (
    id uuid primary key,
    token_hash bytea not null unique,
    email text,
    role text not null,
    invited_by uuid references "user" (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by uuid references "user" (id) on delete cascade,
    check ((accepted_at is null) = (accepted_by is null))
  )`,
  `create index invitation_by_inviter on invitation (invited_by)`,
  `create index invitation_by_accepter on invitation (accepted_by)`,
  `create index invitation_by_email on invitation (email)`,
  `create index invitation_expiry on invitation (expires_at)`,
  `alter table pending_registration
    add column invitation_id uuid references invitation (id) on delete set null`,
  `create index pending_registration_by_invitation on pending_registration (invitation_id)`,
  `alter table provider_flow
    add column invitation_id uuid references invitation (id) on delete set null`,
  `create index provider_flow_by_invitation on provider_flow (invitation_id)`,
];

const reversals = [
  `alter table provider_flow drop column invitation_id`,
  `alter table pending_registration drop column invitation_id`,
  `drop table invitation`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}
