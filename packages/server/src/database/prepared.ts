import { type Compilable, type RawBuilder, sql } from "kysely";
import type { Database, Transaction } from "./database.ts";

/** Stands in the place of a value that is known at each call only. */
class Placeholder {
  readonly key: string;
  constructor(key: string) {
    this.key = key;
  }
}

const names = new Map<string, string>();

/** The name that a statement's text was prepared under: Kysely hands texts to the driver, nothing else. */
export const findStatementName = (text: string): string | undefined => names.get(text);

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

  return async (db, values) => {
    if (!statement) {
      statement = build(db, (key) => sql`${new Placeholder(key)}`).compile();
      names.set(statement.sql, name);
    }
    const parameters = statement.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.key as keyof Values] : parameter,
    );
    const { rows } = await db.executeQuery<Row>({ ...statement, parameters });
    return rows;
  };
}
