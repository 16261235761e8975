import { sql } from "kysely";
import type { Database } from "../../src/database/database.ts";

/** What a job adds to the events each minute, whatever is asked meanwhile. */
const linksOfChain = [
  "position",
  "facts_salt",
  "facts_digest",
  "origin_salt",
  "origin_digest",
  "hash",
] as const;

/** What a job counts by the hour. */
const tableOfCounts = "day_count";

/** A value per table that differs as soon as any of its rows does; without what jobs write by themselves. */
export async function readState(db: Database): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> ${tableOfCounts}
  `.execute(db);
  const state: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ digest: string | null }>`
      select md5(string_agg(row.facts, ',' order by row.facts)) as digest
      from (select (to_jsonb(t) - ${sql.lit(`{${linksOfChain}}`)}::text[])::text as facts from ${sql.table(name)} t) row
    `.execute(db);
    state[name] = rows[0]?.digest ?? "empty";
  }
  return state;
}

/** The columns that hold a text anywhere in their values, as `table.column`. */
export async function findInDatabase(db: Database, text: string): Promise<string[]> {
  const columns = await sql<{ table: string; column: string }>`
    select c.table_name as "table", c.column_name as "column"
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2
  `.execute(db);
  const found: string[] = [];
  for (const { table, column } of columns.rows) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where strpos(${sql.ref(column)}::text, ${text}) > 0 limit 1
    `.execute(db);
    if (rows.length > 0) found.push(`${table}.${column}`);
  }
  return found;
}

/** The tables with a foreign key to a user. */
export async function listTablesOfUsers(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid = '"user"'::regclass order by 1
  `.execute(db);
  return rows.map(({ name }) => name);
}
