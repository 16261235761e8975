import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { createJobs, type Jobs } from "../src/database/jobs.ts";
import { databaseKind, openPreparedDatabase } from "./support/database.ts";

const name = "tidy";
let database: OpenDatabase;
let nodes: Jobs[];
let complaints: string;
beforeEach(async () => {
  database = await openPreparedDatabase();
  complaints = "";
  const write = (line: string) => {
    complaints += line;
  };
  // The embedded database belongs to one process.
  nodes = (databaseKind === "postgres" ? [1, 2] : [1]).map(() => createJobs(database, pino({}, { write })));
});
afterEach(async () => {
  await Promise.all(nodes.map((jobs) => jobs.stop()));
  await database.close();
});

test("work that is done one at a time waits for itself, on another node too, and is done once more for all who asked meanwhile", async () => {
  const gate = Promise.withResolvers<void>();
  const runs = { begun: 0, now: 0, most: 0 };
  for (const jobs of nodes) {
    jobs.define({ name, oneAtATime: true }, async () => {
      runs.begun += 1;
      runs.now += 1;
      runs.most = Math.max(runs.most, runs.now);
      await gate.promise;
      runs.now -= 1;
    });
    await jobs.start();
  }
  const send = () =>
    database.db.transaction().execute(async (trx) => {
      await nodes[0]?.send(trx, name, {});
    });
  await send();
  await waitUntil("the first", 60_000, async () => runs.begun === 1 || undefined);
  for (let i = 0; i < 5; i += 1) await send();
  gate.resolve();
  await waitUntil("the second", 60_000, async () => (runs.begun === 2 && runs.now === 0) || undefined);
  expect(runs).toEqual({ begun: 2, now: 0, most: 1 });
  expect(complaints).toBe("");
});
