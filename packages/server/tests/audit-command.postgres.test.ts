import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDatabase } from "../src/database/database.ts";
import { createEvents } from "./support/chained-events.ts";
import { createTestClock } from "./support/clock.ts";
import { commandIn } from "./support/command.ts";
import { openPreparedDatabase } from "./support/database.ts";

let directory: string;
let database: OpenDatabase;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-audit-"));
  database = await openPreparedDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(directory, { recursive: true, force: true });
});

test("bookplate audit verify names what does not hold, and ends with code 1", {
  timeout: 60_000,
}, async () => {
  const events = createEvents(database, createTestClock());
  for (let turn = 0; turn < 5; turn++) await events.record({ userId: null, detail: { turn } });
  await events.chain.append();
  const { head } = await events.verify();
  await sql`update security_event set detail = '{"turn": 99}' where position = 3`.execute(database.db);
  if (database.kind !== "postgres") throw new Error("This needs Postgres.");
  const bookplate = commandIn(directory, { DATABASE_URL: database.url.reveal() });
  const verify = (...given: string[]) => bookplate("audit", "verify", ...given);
  const [told, listed] = await Promise.all([verify(), verify("--json", "--head", `5:${head?.hash}`)]);
  expect(told).toMatchObject({ code: 1, stderr: "" });
  expect(told.stdout).toMatch(/^3 {2}the event does not say any more what it said {2}[0-9a-f-]{36}$/m);
  expect(listed.code).toBe(1);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    holds: false,
    events: 5,
    head,
    noted: "there",
    faultCount: 1,
    faults: [{ fault: "changed", position: 3 }],
  });
});
