import type { KyselyPlugin } from "kysely";
import { pino } from "pino";
import { expect } from "vitest";
import { waitUntil } from "../../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { createTestClock } from "./clock.ts";
import { openPreparedDatabase } from "./database.ts";
import { readState } from "./database-state.ts";
import { createServerSigner } from "./forged-tokens.ts";
import { alice, bob, registerAndVerify } from "./people.ts";
import { startTestServer, type TestServer } from "./server.ts";

export const secretOfServer = "Jx7Wq2ZrT9uYbN4mXc6LpD1sGfHjA8eR3tVk";
const quietMs = 60_000;
/** On a machine that is busy with other things a node may not hear itself for a second, whatever is asked. */
const aboutHearing = /"msg":"notifications of other nodes /;

/** A server that is known whatever happens in it: each change of a row, each line that is logged, each query. */
export interface WatchedServer {
  readonly server: TestServer;
  /** Alice's. */
  readonly session: SessionAnswer;
  /** Bob's. */
  readonly stranger: SessionAnswer;
  /** Signs claims with the server's own key. */
  readonly signByServer: Awaited<ReturnType<typeof createServerSigner>>;
  /** From here on nothing may happen; waits for what is on its way. */
  watch(): Promise<void>;
  /** No row is another since then, and nobody has to read about anything. */
  expectNothingHappened(): Promise<void>;
  /** @returns how many statements brought results */
  countQueries(act: () => Promise<void>): Promise<number>;
  close(): Promise<void>;
}

export async function startWatchedServer(): Promise<WatchedServer> {
  const lines: string[] = [];
  /** What an operator reads who has set nothing. */
  const log = pino(
    { level: "info" },
    {
      write: (line: string) => {
        if (!aboutHearing.test(line)) lines.push(line);
      },
    },
  );
  let queries = 0;
  /** Results rather than queries: a prepared statement is not transformed again. */
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1;
      return result;
    },
  };
  const database = await openPreparedDatabase();
  const counted = { ...database, db: database.db.withPlugin(counting) };
  const server = await startTestServer(
    { BOOKPLATE_SECRET: secretOfServer },
    { database: counted, clock: createTestClock() },
    log,
  );
  const session = await registerAndVerify(server, alice, { delivery: "body" });
  const stranger = await registerAndVerify(server, bob, { delivery: "body" });
  // That they are here today is noted now, and not in the middle of a test.
  for (const { accessToken } of [session, stranger]) await server.browser().get("/me", { accessToken });
  await waitUntil("both are noted", quietMs, async () => {
    const noted = await database.db.selectFrom("activeDay").select("userId").execute();
    return noted.length === 2 || undefined;
  });

  let before: Record<string, string> = {};
  let linesBefore = 0;
  return {
    server,
    session,
    stranger,
    signByServer: await createServerSigner(database.db, secretOfServer),

    async watch() {
      // A letter has arrived before its row says so.
      await waitUntil("no letter is on its way", quietMs, async () => {
        const queued = await database.db
          .selectFrom("letter")
          .select("id")
          .where("state", "=", "queued")
          .execute();
        return queued.length === 0 || undefined;
      });
      before = await readState(database.db);
      linesBefore = lines.length;
    },

    async expectNothingHappened() {
      expect(await readState(database.db)).toEqual(before);
      expect(lines.slice(linesBefore)).toEqual([]);
    },

    async countQueries(act) {
      const counted = queries;
      await act();
      return queries - counted;
    },

    async close() {
      await server.close();
      await database.close();
    },
  };
}
