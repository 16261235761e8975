import { type Compilable, type RawBuilder, sql } from "kysely";
import type { Pool } from "pg";
import type { Database, Transaction } from "./database.ts";

/** Stands in the place of a value that is known at each call only. */
class Placeholder {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

const pools = new WeakMap<Database, Pool>();

/** From now on prepared statements on this database go straight to the driver, outside of transactions. */
export function sendPreparedTo(pool: Pool, db: Database): void {
  pools.set(db, pool);
}

/**
 * A statement of the hot path: its text is made once, and Postgres parses and plans it once per
 * connection, because it is sent by name. For statements whose shape never changes.
 *
 * @param name - at most 63 bytes, unique in the program
 * @param build - makes the query with `value(key)` wherever a call's value belongs
 */
export function prepareStatement<Values extends object, Row>(
  name: string,
  build: (
    db: Database,
    value: <K extends string & keyof Values>(key: K) => RawBuilder<Values[K]>,
  ) => Compilable<Row>,
): (db: Database | Transaction, values: Values) => Promise<Row[]> {
  let statement: ReturnType<Compilable<Row>["compile"]> | undefined;
  let keys: readonly string[] | undefined;

  return async (db, values) => {
    statement ??= build(db, (key) => sql`${new Placeholder(key)}`).compile();
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.key as keyof Values] : parameter,
    );
    const pool = pools.get(db);
    if (!pool) return (await db.executeQuery<Row>({ ...statement, parameters })).rows;
    // Values in their order cost half of what objects by column names do, which would be renamed besides.
    const answer = { name, text: statement.sql, values: parameters, rowMode: "array" as const };
    const { rows, fields } = await pool.query<unknown[]>(answer);
    keys ??= fields.map((field) => toCamelCase(field.name));
    return rows.map((row) => toObject(keys ?? [], row)) as Row[];
  };
}

/** As Kysely's plugin names the columns of every other query. */
function toCamelCase(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function toObject(keys: readonly string[], row: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [place, key] of keys.entries()) named[key] = row[place];
  return named;
}
