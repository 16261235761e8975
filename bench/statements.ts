// The hot statements as the server sends them, taken from its own code, so that Postgres can be asked them without it.
import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import type { Tables } from "../packages/server/src/database/tables.ts";
import { findSessionWithReader } from "../packages/server/src/sessions/queries.ts";
import { advanceRefreshCounter } from "../packages/server/src/sessions/turn-queries.ts";

/** What stands in a parameter's place: which value of the call it is. */
export type Slot = "sessionId" | "counter" | "mintedBefore" | "now" | "idleUntil";

export interface CapturedStatement {
  readonly text: string;
  /** In the order of `$1`, `$2`, …; anything else is a constant of the statement. */
  readonly slots: readonly (Slot | { readonly constant: unknown })[];
}

const times = { mintedBefore: new Date(1), now: new Date(2), idleUntil: new Date(3) };

export async function captureStatements(): Promise<Record<"refresh" | "lookup", CapturedStatement>> {
  const sent: { sql: string; parameters: readonly unknown[] }[] = [];
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
    log: ({ query }) => {
      sent.push(query);
    },
  });
  const values = { sessionId: "id", counter: -1, ...times };
  await advanceRefreshCounter(db, { ...values, guestIdleUntil: times.idleUntil });
  await findSessionWithReader(db, values.sessionId);
  const [refresh, lookup] = sent.map(({ sql, parameters }) => ({
    text: sql,
    slots: parameters.map((parameter) => {
      const slot = Object.entries(values).find(([, value]) => value === parameter)?.[0];
      return slot === undefined ? { constant: parameter } : (slot as Slot);
    }),
  }));
  if (!refresh || !lookup) throw new Error("The server sent other statements than expected.");
  return { refresh, lookup };
}
