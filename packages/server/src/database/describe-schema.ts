import { sql } from "kysely";
import type { Database } from "./database.ts";

/**
 * The schema as readable SQL, from the database's own catalogue: what the migrations really made, the
 * same on Postgres and on the embedded database. `schema.sql` is this text, so a migration is a readable diff.
 */
export async function describeSchema(db: Database): Promise<string> {
  const plain = db.withoutPlugins();
  const { rows: columns } = await sql<{ table: string; definition: string }>`
    select c.relname as table,
      format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end,
        coalesce(
          case a.attgenerated when 's' then ' generated always as ' else ' default ' end
            || pg_get_expr(d.adbin, d.adrelid), '')) as definition
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relname not like 'kysely_%'
    order by c.relname, a.attnum`.execute(plain);
  const { rows: constraints } = await sql<{ table: string; definition: string }>`
    select c.relname as table, format('constraint %I %s', o.conname, pg_get_constraintdef(o.oid)) as definition
    from pg_constraint o
    join pg_class c on c.oid = o.conrelid and c.relnamespace = 'public'::regnamespace
    -- PostgreSQL 18 lists "not null" here too; the columns have said it.
    where o.contype in ('c', 'f', 'p', 'u') and c.relname not like 'kysely_%'
    order by c.relname, o.contype desc, o.conname`.execute(plain);
  const { rows: indexes } = await sql<{ table: string; definition: string }>`
    select i.tablename as table, i.indexdef as definition
    from pg_indexes i
    where i.schemaname = 'public' and i.tablename not like 'kysely_%'
      and not exists (select 1 from pg_constraint o where o.conname = i.indexname and o.contype in ('p', 'u'))
    order by i.tablename, i.indexname`.execute(plain);
  const { rows: functions } = await sql<{ definition: string }>`
    select pg_get_functiondef(p.oid) as definition from pg_proc p
    where p.pronamespace = 'public'::regnamespace
      and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    order by p.proname`.execute(plain);

  const of = (rows: { table: string; definition: string }[], table: string) =>
    rows.filter((row) => row.table === table).map((row) => row.definition);
  const tables = [...new Set(columns.map(({ table }) => table))];
  const described = tables.map((table) => {
    const lines = [...of(columns, table), ...of(constraints, table)].map((line) => `  ${line}`);
    const after = of(indexes, table).map((line) => `${line};`);
    return [`create table ${table} (\n${lines.join(",\n")}\n);`, ...after].join("\n");
  });
  return [...functions.map(({ definition }) => `${definition.trimEnd()};`), ...described]
    .join("\n\n")
    .concat("\n");
}
