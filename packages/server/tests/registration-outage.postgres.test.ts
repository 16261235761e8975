import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { alice } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let operator: pg.Client;
let name: string;
/** What the server took for a fault of its own, as its log has it. */
const faults: string[] = [];
beforeAll(async () => {
  const log = pino({ level: "error" }, { write: (line: string) => void faults.push(line) });
  server = await startTestServer({}, undefined, log);
  operator = new pg.Client({ connectionString: inject("postgresUrl") });
  await operator.connect();
  if (server.database.kind !== "postgres") throw new Error("This file is about Postgres.");
  name = new URL(server.database.url.reveal()).pathname.slice(1);
});
afterAll(async () => {
  await operator.query(`alter database ${name} allow_connections true`);
  await server.close();
  await operator.end();
});

/** What a restart of Postgres is for its clients: every connection ends, and for a while there is no new one. */
async function restart(noticed: () => boolean): Promise<void> {
  await operator.query(`alter database ${name} allow_connections false`);
  await operator.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  await expect.poll(noticed).toBe(true);
  await operator.query(`alter database ${name} allow_connections true`);
}

test("while Postgres restarts a registration is made or refused with 503, never halfway", async () => {
  const answers = new Map<string, number>();
  let registering = true;
  const register = async (writer: number) => {
    for (let turn = 0; registering; turn++) {
      const email = `reader-${writer}-${turn}@example.org`;
      const { status } = await server.browser().post("/auth/register", { ...alice, email });
      answers.set(email, status);
    }
  };
  const writers = Array.from({ length: 4 }, (_, writer) => register(writer));
  try {
    for (let round = 0; round < 5; round++) {
      const made = () => [...answers.values()].filter((status) => status === 202).length;
      const madeBefore = made();
      await expect.poll(made).toBeGreaterThan(madeBefore + 3);
      const refused = () => [...answers.values()].filter((status) => status === 503).length;
      const refusedBefore = refused();
      await restart(() => refused() > refusedBefore);
    }
  } finally {
    registering = false;
    await Promise.all(writers);
  }
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200);

  expect(faults.filter((line) => line.includes("a request failed"))).toEqual([]);
  const statuses = [...answers.values()];
  expect(statuses.filter((status) => status !== 202 && status !== 503)).toEqual([]);
  expect(statuses).toContain(202);
  expect(statuses).toContain(503);
  const { db } = server.database;
  const pending = await db.selectFrom("pendingRegistration").select("email").execute();
  const known = new Set(pending.map(({ email }) => email));
  const promised = [...answers].flatMap(([email, status]) => (status === 202 ? [email] : []));
  expect(promised.filter((email) => !known.has(email))).toEqual([]);
  // Each has its letter, or the order for it, also those whose answer was lost; nobody else has.
  // Both at one moment: an order becomes a letter meanwhile.
  const cared = await db
    .selectFrom("letter")
    .select("recipient as email")
    .unionAll(db.selectFrom("letterRequest").select("email"))
    .execute();
  expect(cared.map(({ email }) => email).toSorted()).toEqual([...known].toSorted());
}, 120_000);
