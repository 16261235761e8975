import { sql } from "kysely";
import type { Database } from "../../src/database/database.ts";

/** A value per table that differs as soon as any of its rows does. */
export async function readState(db: Database): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(db);
  const state: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ digest: string | null }>`
      select md5(string_agg(t::text, ',' order by t::text)) as digest from ${sql.table(name)} t
    `.execute(db);
    state[name] = rows[0]?.digest ?? "empty";
  }
  return state;
}
