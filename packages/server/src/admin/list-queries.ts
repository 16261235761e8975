// Everybody, newest first, and the ways in which somebody fits a search, each with an index in whose order its pages are
// read: however many fit, a page costs what a page costs. The indexes are made by the migration 0024-administration.
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Database } from "../database/database.ts";
import { lastSeenAt, userColumns } from "./queries.ts";
import type { UserStatus } from "./schemas.ts";

export interface UserFilter {
  /** `guest` for guests; without it accounts. */
  readonly role: string | undefined;
  readonly status: UserStatus | undefined;
  readonly now: Date;
}

/** A row's place among those of its way. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** One way of fitting, and the text in whose order those who fit are listed. */
export interface Way {
  readonly fits: RawBuilder<SqlBool>;
  readonly key: RawBuilder<string>;
  /** The same as `fits`, cheaper where it is asked of few. */
  readonly alsoFits: RawBuilder<SqlBool>;
  /** The index has no order: those who fit are gathered first, and put in order then. */
  readonly gathered?: true;
}

/** Whoever only fits by a slip, and as one of more than so many, is not who was meant. */
const mostGathered = 1_000;

/** The greatest character there is: `text` to `text` and this are all that begin with `text`. */
const last = "\u{10FFFF}";

const name = sql<string>`person_text("user".name) collate "C"`;
const surname = sql<string>`person_text(substring("user".name from '[^[:space:]]+$')) collate "C"`;
const address = sql<string>`"user".email collate "C"`;
const domain = sql<string>`split_part("user".email, '@', 2) collate "C"`;
const domainWords = sql`person_words(split_part("user".email, '@', 2), '')`;

const beginsWith = (key: RawBuilder<string>, text: string): Way => ({
  key,
  fits: sql`(${key} >= ${text} and ${key} < ${text + last})`,
  alsoFits: sql`starts_with(${key}, ${text})`,
});

const isOne = (fits: RawBuilder<SqlBool>): Way => ({ key: sql`''::text`, fits, alsoFits: fits });

export const ways = {
  id: (id: string): Way => isOne(sql`"user".id = ${id}::uuid`),
  wholeAddress: (email: string): Way => isOne(sql`"user".email = ${email}`),
  name: (text: string) => beginsWith(name, text),
  surname: (text: string) => beginsWith(surname, text),
  address: (text: string) => beginsWith(address, text),
  domain: (text: string) => beginsWith(domain, text),
  /** @param options - in the notation of `tsquery` */
  words({ query, ofDomain }: { query: string; ofDomain: string | undefined }): Way {
    const words = sql<SqlBool>`person_words("user".name, "user".email) @@ ${query}::tsquery`;
    const fits =
      ofDomain === undefined ? words : sql<SqlBool>`(${words} and ${domainWords} @@ ${ofDomain}::tsquery)`;
    return { key: name, gathered: true, fits, alsoFits: fits };
  },
};

/** Names in which nobody wrote an address. */
export const withoutAddress = sql<SqlBool>`"user".name not like '%@%'`;

/** A text as names are compared: without accents and case. */
export async function foldText(db: Database, text: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select person_text(${text}) as text`.execute(db);
  return rows[0]?.text ?? "";
}

/** Those who fit one way and none of those before it, in its order. */
export function findUsers(
  db: Database,
  search: {
    way: Way;
    before: readonly Way[];
    and: readonly RawBuilder<SqlBool>[];
    filter: UserFilter;
    after: Place | undefined;
    limit: number;
  },
) {
  const { way, after, limit } = search;
  let fitting = filtered(db, search.filter)
    .where(way.fits)
    .select(["user.id as fittingId", way.key.as("key")]);
  for (const { alsoFits } of search.before) fitting = fitting.where(sql<SqlBool>`${alsoFits} is not true`);
  for (const condition of search.and) fitting = fitting.where(condition);
  const isAfter = (key: RawBuilder<string>, id: RawBuilder<string>) =>
    after ? sql<SqlBool>`(${key}, ${id}) > (${after.key}, ${after.id}::uuid)` : sql<SqlBool>`true`;
  const found = way.gathered
    ? fitting.limit(mostGathered)
    : fitting.where(isAfter(way.key, sql`"user".id`)).orderBy(way.key).orderBy("user.id").limit(limit);
  return db
    .with(
      (cte) => cte("fitting").materialized(),
      () => found,
    )
    .selectFrom("fitting")
    .innerJoin("user", "user.id", "fitting.fittingId")
    .select(userColumns)
    .select("fitting.key")
    .select(lastSeenAt)
    .where(isAfter(sql`fitting.key`, sql`fitting.fitting_id`))
    .orderBy("fitting.key")
    .orderBy("fitting.fittingId")
    .limit(limit)
    .execute();
}

/** Microseconds since 1970: exactly what Postgres has. */
const age = sql<string>`(extract(epoch from "user".created_at) * 1000000)::bigint::text`;

/** Everybody, newest first. */
export function listUsers(
  db: Database,
  { filter, after, limit }: { filter: UserFilter; after: Place | undefined; limit: number },
) {
  let query = filtered(db, filter).select(userColumns).select(age.as("key")).select(lastSeenAt);
  if (after) {
    query = query.where(
      sql<SqlBool>`("user".created_at, "user".id) < (timestamptz 'epoch' + ${after.key}::bigint * interval '1 microsecond', ${after.id}::uuid)`,
    );
  }
  return query.orderBy("user.createdAt", "desc").orderBy("user.id", "desc").limit(limit).execute();
}

/** In the words of the indexes' conditions, so that rare people are not looked for among all. */
function filtered(db: Database, { role, status, now }: UserFilter) {
  let query = db.selectFrom("user").where("user.mergedInto", "is", null);
  query = query.where(
    role === "guest" ? sql<SqlBool>`"user".is_anonymous` : sql<SqlBool>`not "user".is_anonymous`,
  );
  if (role !== undefined && role !== "guest") {
    query = query.where("user.role", "=", role);
    if (role !== "user") query = query.where(sql<SqlBool>`"user".role <> 'user'`);
  }
  const banned = sql<SqlBool>`("user".banned and coalesce("user".ban_expires > ${now}, true))`;
  if (status === "banned") query = query.where(banned);
  if (status === "unverified") query = query.where(sql<SqlBool>`not "user".email_verified`);
  if (status === "active" && role !== "guest") query = query.where(sql<SqlBool>`"user".email_verified`);
  if (status === "active" || status === "unverified") query = query.where(sql<SqlBool>`not ${banned}`);
  return query;
}
