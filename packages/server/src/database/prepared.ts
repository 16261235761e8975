import { createHash } from "node:crypto";
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

/** What Postgres says when it does not know a statement's name, or knows it already. */
const unknownNameCode = "26000";
const takenNameCode = "42P05";

interface Driver {
  readonly pool: Pool;
  /** Whether a name stands for the same statement whenever it is said. */
  remembersNames: boolean;
  forgotten(): void;
}

const drivers = new WeakMap<Database, Driver>();

/** From now on prepared statements on this database go straight to the driver, outside of transactions. */
export function sendPreparedTo(pool: Pool, db: Database): void {
  drivers.set(db, { pool, remembersNames: true, forgotten: () => {} });
}

/** @param tell - called once, if a pooler turns out to stand in between that does not know prepared statements */
export function whenNamesAreForgotten(db: Database, tell: () => void): void {
  const driver = drivers.get(db);
  if (driver) driver.forgotten = tell;
}

/**
 * A statement of the hot path: its text is made once, and Postgres parses and plans it once per
 * connection, because it is sent by name. For statements whose shape never changes. Behind a pooler that lends
 * connections by transaction and does not know names, it is sent without one, from the first refusal on.
 *
 * @param name - at most 50 bytes, unique in the program
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
  let fullName: string | undefined;
  let keys: readonly string[] | undefined;

  return async (db, values) => {
    statement ??= build(db, (key) => sql`${new Placeholder(key)}`).compile();
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.key as keyof Values] : parameter,
    );
    const driver = drivers.get(db);
    if (!driver) return (await db.executeQuery<Row>({ ...statement, parameters })).rows;
    fullName ??= nameForText(name, statement.sql);
    const { rows, fields } = await send(driver, fullName, statement.sql, parameters);
    keys ??= fields.map((field) => toCamelCase(field.name));
    return rows.map((row) => toObject(keys ?? [], row)) as Row[];
  };
}

/** Two releases of the program may share a pooler's connections: one name never stands for two texts. */
function nameForText(name: string, text: string): string {
  return `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 12)}`;
}

async function send(driver: Driver, name: string, text: string, values: unknown[]) {
  // Values in their order cost half of what objects by column names do, which would be renamed besides.
  const query = { text, values, rowMode: "array" as const };
  if (!driver.remembersNames) return driver.pool.query<unknown[]>(query);
  try {
    return await driver.pool.query<unknown[]>({ name, ...query });
  } catch (error) {
    // Refused before it ran, so that it can be sent again.
    if (!isForgottenName(error)) throw error;
    if (driver.remembersNames) driver.forgotten();
    driver.remembersNames = false;
    return driver.pool.query<unknown[]>(query);
  }
}

function isForgottenName(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === unknownNameCode || error.code === takenNameCode;
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
