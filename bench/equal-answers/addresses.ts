// Addresses of every kind, written by SQL: each is asked for once, so that no answer changes the next one.
import { pbkdf2Sync, randomBytes } from "node:crypto";
import pg from "pg";
import { bookplateHash } from "../peers/login-peers.ts";

export const kinds = [
  "nobody's",
  "known",
  "unverified",
  "waiting",
  "banned",
  "without a password",
  "imported, faster",
  "imported, slower",
] as const;
export type Kind = (typeof kinds)[number];

/** As passlib writes them; the iterations take less, and more, than our own hash of cost 10. */
function importedHash(iterations: number): string {
  const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "").replaceAll("+", ".");
  const salt = randomBytes(16);
  const digest = pbkdf2Sync("an old password", salt, iterations, 32, "sha256");
  return `imported:$pbkdf2-sha256$${iterations}$${base64(salt)}$${base64(digest)}`;
}

interface Account {
  readonly verified: boolean;
  readonly banned: boolean;
  readonly passwordHash: string | null;
}

function accountOf(kind: Kind): Account | undefined {
  const passwordHash = bookplateHash(10);
  const usual = { verified: true, banned: false, passwordHash };
  if (kind === "known") return usual;
  if (kind === "unverified") return { ...usual, verified: false };
  if (kind === "banned") return { ...usual, banned: true };
  if (kind === "without a password") return { ...usual, passwordHash: null };
  if (kind === "imported, faster") return { ...usual, passwordHash: importedHash(29_000) };
  if (kind === "imported, slower") return { ...usual, passwordHash: importedHash(600_000) };
  return undefined;
}

/** @param route - part of the addresses, so that each route has its own */
export async function createAddresses(
  databaseUrl: string,
  route: string,
  count: number,
): Promise<Map<Kind, string[]>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const addresses = new Map<Kind, string[]>();
  const slug = (text: string) => text.replaceAll(/[^a-z]+/g, "-").replaceAll(/^-|-$/g, "");
  try {
    for (const kind of kinds) {
      // Of one length everywhere.
      const name = slug(kind).padEnd(20, "x");
      const all = Array.from(
        { length: count },
        (_, index) => `${name}${String(index).padStart(5, "0")}@${slug(route)}.example.org`,
      );
      addresses.set(kind, all);
      const account = accountOf(kind);
      if (account) await insertAccounts(client, all, account);
      if (kind === "waiting") await insertWaiting(client, all);
    }
    await client.query("vacuum analyze");
  } finally {
    await client.end();
  }
  return addresses;
}

async function insertAccounts(
  client: pg.Client,
  addresses: readonly string[],
  account: Account,
): Promise<void> {
  await client.query(
    `with made as (
       insert into "user" (id, email, email_verified, banned, name, created_at, updated_at)
       select gen_random_uuid(), email, $2::boolean, $3::boolean, 'Alice', now(), now() from unnest($1::text[]) email returning id
     )
     insert into account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     select gen_random_uuid(), id::text, 'credential', id, $4::text, now(), now() from made where $4::text is not null`,
    [addresses, account.verified, account.banned, account.passwordHash],
  );
}

async function insertWaiting(client: pg.Client, addresses: readonly string[]): Promise<void> {
  await client.query(
    `insert into pending_registration
       (id, email, name, password_hash, language, proof_hash, created_at, expires_at)
     select gen_random_uuid(), email, 'Alice', $2::text, 'en', sha256(email::bytea), now(), now() + interval '7 days'
     from unnest($1::text[]) email`,
    [addresses, bookplateHash(10)],
  );
}
