// Sessions in bulk, written by SQL, and the refresh tokens that belong to them.
import pg from "pg";
import { Keyring } from "../packages/server/src/config/keyring.ts";
import { createRefreshTokens, type RefreshTokens } from "../packages/server/src/sessions/refresh-tokens.ts";
import { bookplateSecret } from "./peers/peers.ts";

const readers = 10_000;

/** The ids count up, so that a session can be named without reading it. */
const idOf = (group: string) => `('00000000-0000-7000-8000-${group}' || lpad(to_hex(i), 10, '0'))::uuid`;

export const sessionId = (index: number): string =>
  `00000000-0000-7000-8000-02${index.toString(16).padStart(10, "0")}`;

/** The same as SQL, for an expression that counts. */
export const sessionIdSql = (index: string): string =>
  `('00000000-0000-7000-8000-02' || lpad(to_hex(${index}), 10, '0'))::uuid`;

/** Fills a migrated database with accounts and sessions that were refreshed an hour ago. */
export async function seedSessions(databaseUrl: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `insert into "user" (id, email, email_verified, name, created_at, updated_at)
     select ${idOf("01")}, 'bench' || i || '@example.org', true, 'Alice', now(), now()
     from generate_series(0, $1::int - 1) i`,
    [readers],
  );
  await client.query(
    `insert into session (id, token, user_id, expires_at, absolute_expires_at, auth_time, delivery, refreshed_at, created_at, updated_at)
     select ${idOf("02")}, 'bench' || i,
       ('00000000-0000-7000-8000-01' || lpad(to_hex(i % $2::int), 10, '0'))::uuid,
       now() + interval '7 days', now() + interval '90 days', now(), 'body', now() - interval '1 hour', now(), now()
     from generate_series(0, $1::int - 1) i`,
    [count, readers],
  );
  await client.query("vacuum analyze");
  await client.query("checkpoint");
  await client.end();
}

export function createTokens(publicUrl: string): RefreshTokens {
  const keyring = new Keyring([{ id: "1", secret: bookplateSecret }]);
  return createRefreshTokens({ keyring, issuer: publicUrl });
}
