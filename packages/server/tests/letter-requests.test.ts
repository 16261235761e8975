import { afterAll, beforeAll, expect, test } from "vitest";
import { createLetterRequests } from "../src/accounts/letter-requests.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import type { Jobs } from "../src/database/jobs.ts";
import { migrateToLatest } from "../src/database/migrate.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { createTestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";

let database: OpenDatabase;
beforeAll(async () => {
  database = await openPreparedDatabase();
  await migrateToLatest(database.db);
});
afterAll(() => database.close());

/** Jobs that run when the test says so. */
function createJobsByHand() {
  let work: () => Promise<void> = async () => {};
  let sent = 0;
  const jobs: Pick<Jobs, "define" | "send"> = {
    define: (_, defined) => {
      work = () => defined({});
    },
    send: async () => {
      sent += 1;
    },
  };
  return { jobs, run: () => work(), sent: () => sent };
}

function createRequests() {
  const { jobs, run, sent } = createJobsByHand();
  const requests = createLetterRequests({
    database: database.db,
    jobs,
    clock: createTestClock(),
    mail: { countSince: async () => 0 },
    letterLimit: undefined,
  });
  const ask = (name: string) =>
    inTransaction(database.db, (trx) =>
      requests.ask(trx, { kind: "password-reset", email: `${name}@example.org` }),
    );
  return { requests, ask, run, sent };
}

test("one wake-up decides about all that wait, in the order in which they were asked for", async () => {
  const { requests, ask, run, sent } = createRequests();
  const decided: string[] = [];
  requests.define("password-reset", async (_, { email }) => {
    decided.push(email);
  });
  for (const name of ["alice", "bob", "carol"]) await ask(name);
  expect(sent()).toBe(3);
  await run();
  expect(decided).toEqual(["alice@example.org", "bob@example.org", "carol@example.org"]);
  await run();
  expect(decided).toHaveLength(3);
});

test("one that cannot be decided holds no other one up, and its turn comes again", async () => {
  const { requests, ask, run } = createRequests();
  const decided: string[] = [];
  let failing = true;
  requests.define("password-reset", async (_, { email }) => {
    if (failing && email.startsWith("alice")) throw new Error("The mail's tables are away.");
    decided.push(email);
  });
  for (const name of ["alice", "bob"]) await ask(name);
  await expect(run()).rejects.toThrow("The mail's tables are away.");
  expect(decided).toEqual(["bob@example.org"]);
  failing = false;
  await run();
  expect(decided).toEqual(["bob@example.org", "alice@example.org"]);
});

test("a request is decided once, also by several servers at the same moment", async () => {
  const { requests, ask, run } = createRequests();
  const decided: string[] = [];
  requests.define("password-reset", async (_, { email }) => {
    decided.push(email);
  });
  for (let turn = 0; turn < 5; turn += 1) await ask(`reader${turn}`);
  await Promise.all([run(), run(), run()]);
  expect(decided.toSorted()).toEqual([0, 1, 2, 3, 4].map((turn) => `reader${turn}@example.org`));
});

test("a request that is rolled back is forgotten", async () => {
  const { requests, ask, run } = createRequests();
  const decided: string[] = [];
  requests.define("password-reset", async (_, { email }) => {
    decided.push(email);
  });
  const undone = inTransaction(database.db, async (trx) => {
    await requests.ask(trx, { kind: "password-reset", email: "alice@example.org" });
    throw new Error("Something else failed.");
  });
  await expect(undone).rejects.toThrow();
  await ask("bob");
  await requests.purge();
  await run();
  expect(decided).toEqual(["bob@example.org"]);
});
