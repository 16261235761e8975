// How long staff wait for a page of the people of a large book, for somebody they look for, and for the numbers of days:
// the room itself on Postgres, without HTTP around it.
import { sql } from "kysely";
import { createUserList } from "../packages/server/src/admin/list.ts";
import type { UserQuery } from "../packages/server/src/admin/schemas.ts";
import { createStatistics } from "../packages/server/src/admin/statistics.ts";
import { Secret } from "../packages/server/src/config/secret.ts";
import { type Database, type OpenDatabase, openDatabase } from "../packages/server/src/database/database.ts";
import { migrateToLatest } from "../packages/server/src/database/migrate.ts";
import { createRoleTable } from "../packages/server/src/roles/roles.ts";
import { describeMachine, writeRow } from "./medians.ts";
import { startPinnedPostgres } from "./pinned.ts";

const rounds = 20;
const addedAtOnce = 50_000;
const wantedMs = 100;

/** What is asked, as somebody at a desk would: often a beginning, sometimes with a slip, sometimes with filters. */
const asked: readonly (readonly [string, Partial<UserQuery>, ("admin" | "moderator")?])[] = [
  ["newest first", {}],
  ["one role", { role: "moderator" }],
  ["banned", { status: "banned" }],
  ["unverified", { status: "unverified" }],
  ["one letter", { query: "a" }],
  ["the beginning of a name", { query: "ali" }],
  ["a frequent name", { query: "maria" }],
  ["a frequent surname", { query: "garcia" }],
  ["name and surname", { query: "alice smith" }],
  ["surname and name", { query: "smith alice" }],
  ["a slip in a rare name", { query: "mesinom" }],
  ["a slip in a frequent name", { query: "alcie" }],
  ["a slip in each of two names", { query: "mraia garica" }],
  ["a domain of half of all", { query: "@mail.example" }],
  ["the beginning of an address", { query: "alice.smi" }],
  ["a slip in an address", { query: "alcie.smith@mail.exmaple" }],
  ["nobody", { query: "zzzqqq" }],
  ["a name, banned", { query: "maria", status: "banned" }],
  ["a name, a role", { query: "a", role: "admin" }],
  ["a moderator: a name", { query: "alice" }, "moderator"],
  ["a moderator: a slip", { query: "garica" }, "moderator"],
];

/** @param given - how many accounts; a million unless said */
export async function measure([count = "1000000"]: readonly string[]): Promise<void> {
  process.stdout.write(`${describeMachine()}\n`);
  const postgres = await startPinnedPostgres();
  try {
    const url = new Secret(postgres.create("people"));
    const database = await openDatabase({ kind: "postgres", url, directUrl: url });
    await migrateToLatest(database.db);
    await fill(database, Number(count));
    await measureLists(database);
    await measureStatistics(database.db);
    await database.close();
  } finally {
    await postgres.stop();
  }
}

async function fill({ db }: OpenDatabase, count: number): Promise<void> {
  const begun = performance.now();
  // Written once and for all, instead of a million times.
  const { rows: indexes } = await sql<{ definition: string }>`
    select indexdef as definition from pg_indexes where indexname = 'user_by_words'
  `.execute(db);
  await sql`drop index user_by_words`.execute(db);
  for (let from = 1; from <= count; from += addedAtOnce) {
    await addPeople(db, { from, to: Math.min(count, from + addedAtOnce - 1) });
  }
  for (const { definition } of indexes) await sql.raw(definition).execute(db);
  await sql`
    insert into active_day (user_id, last_on, previous_on)
    select id, current_date - (get_byte(uuid_send(id), 15) % 60), null from "user"
  `.execute(db);
  await sql`vacuum analyze`.execute(db);
  const { rows } = await sql<{ name: string; megabytes: number }>`
    select relname as name, round(pg_relation_size(oid) / 1e6)::int as megabytes from pg_class
    where relname in ('user', 'user_by_words', 'user_by_name', 'user_by_surname', 'user_by_address', 'user_by_domain', 'user_by_age')
    order by 2 desc
  `.execute(db);
  const took = ((performance.now() - begun) / 1_000).toFixed(0);
  process.stdout.write(`${count} accounts in ${took} s: `);
  process.stdout.write(`${rows.map(({ name, megabytes }) => `${name} ${megabytes} MB`).join(", ")}\n`);
}

/** Names as they are: a few that many have, and many that few have. Every third address is of one domain or another. */
async function addPeople(db: Database, { from, to }: { from: number; to: number }): Promise<void> {
  const frequent =
    "Alice Maria Mario José Ahmed Fatima Wei Anna Sophie Lukas Mohammed Omar Elena Ivan Olga Petra Jürgen Zoë";
  const frequentLast = "Smith Garcia Müller Khan Wang Rossi Schmidt Nguyen Silva Kowalski";
  const syllables =
    "ba be bi bo da de di ka ki ko la le li lo ma me mi mo na ne ni ra re ri ro sa se si so ta ti to va ve vi";
  await sql`
    insert into "user" (id, email, email_verified, name, role, banned, created_at, updated_at)
    select
      (lpad(to_hex(1700000000000 + n::bigint * 30000), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid,
      lower(first) || case n % 3 when 0 then '.' when 1 then '' else '_' end || lower(last) || n || '@' ||
        case when n % 2 = 0 then 'mail.example' when n % 5 = 0 then 'org-' || n % 2000 || '.example' else 'post.example' end,
      n % 20 <> 0, first || case when n % 17 = 0 then ' van ' else ' ' end || last,
      case when n % 50000 = 0 then 'admin' when n % 9000 = 0 then 'moderator' else 'user' end, n % 700 = 0,
      to_timestamp(1700000000 + n::bigint * 30), now()
    from (
      select n, string_to_array(${frequent}, ' ') f, string_to_array(${frequentLast}, ' ') l, string_to_array(${syllables}, ' ') s,
        hashint4(n) & 2147483647 a, hashint8(n::bigint + 1000000007) & 2147483647 b
      from generate_series(${from}::int, ${to}::int) as n
    ) numbers,
    lateral (select
      case when a % 10 < 6 then f[1 + a / 10 % array_length(f, 1)]
        else initcap(s[1 + a / 10 % 35] || s[1 + a / 350 % 35] || s[1 + a / 12250 % 35]) end as first,
      case when b % 10 < 2 then l[1 + b / 10 % array_length(l, 1)]
        else initcap(s[1 + b / 10 % 35] || s[1 + b / 350 % 35] || s[1 + b / 12250 % 35] || (array['', 'n', 'r', 's'])[1 + b % 4]) end as last
    ) names
  `.execute(db);
}

async function measureLists({ db }: OpenDatabase): Promise<void> {
  const list = createUserList({
    database: db,
    clock: { now: () => new Date() },
    roleTable: createRoleTable(),
  });
  writeRow(["asked for", "found", "p50, ms", "p95, ms", "next page p95, ms"]);
  const all: number[] = [];
  for (const [what, query, viewer] of asked) {
    const withAddress = viewer !== "moderator";
    const first: number[] = [];
    const next: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const page = await timed(first, () => list({ limit: 50, ...query }, { withAddress }));
      found = page.items.length;
      const { nextCursor: cursor } = page;
      if (cursor !== null) await timed(next, () => list({ limit: 50, ...query, cursor }, { withAddress }));
    }
    all.push(...first, ...next);
    writeRow([what, found, at(first, 0.5), at(first, 0.95), at(next, 0.95)]);
  }
  const p95 = Number(at(all, 0.95));
  writeRow([
    "all of them",
    "",
    at(all, 0.5),
    at(all, 0.95),
    p95 <= wantedMs ? "met" : `missed: ${wantedMs} wanted`,
  ]);
}

async function measureStatistics(db: Database): Promise<void> {
  const statistics = createStatistics({ database: db, clock: { now: () => new Date() } });
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) await timed(took, () => statistics.read({}));
  writeRow(["the numbers of a month, with today's", "", at(took, 0.5), at(took, 0.95), ""]);
}

async function timed<T>(into: number[], act: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const answer = await act();
  into.push(performance.now() - before);
  return answer;
}

function at(values: readonly number[] | undefined, share: number): string {
  const sorted = (values ?? []).toSorted((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1) ?? "";
}
