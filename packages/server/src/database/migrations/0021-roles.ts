// Roles by any name, because operators may have their own; when a ban was given, because its length decides who may
// take it back; and the few who are more than readers without passing a million who are not.
import { type Kysely, sql } from "kysely";

const statements = [
  `alter table "user"
    drop constraint user_role_check,
    add constraint user_role_check check (role ~ '^[a-z][a-z0-9-]{0,39}$' and role <> 'guest'),
    add column banned_at timestamptz`,
  `create index user_beyond_readers on "user" (role, id) where role <> 'user'`,
];

const reversals = [
  `drop index user_beyond_readers`,
  `update "user" set role = 'user' where role not in ('user', 'moderator', 'admin')`,
  `alter table "user"
    drop column banned_at,
    drop constraint user_role_check,
    add constraint user_role_check check (role in ('user', 'moderator', 'admin'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}
