import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { Answer } from "./support/browser.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const waitMs = 60_000;

test("a step-up whose password was right waits for a change of the account that is under way, and is refused by it", async () => {
  const { accessToken } = await registerAndVerify(server, alice);
  const { db } = server.database;
  let answer: Promise<Answer<Partial<SessionAnswer>>> | undefined;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("user")
      .set((eb) => ({ epoch: eb("epoch", "+", 1) }))
      .where("id", "=", decodeJwt(accessToken).sub ?? "")
      .execute();
    answer = server.browser().post("/auth/step-up", { password: alice.password }, { accessToken });
    await waitUntil("the step-up to wait", waitMs, async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%for share%'
      `.execute(db);
      return rows[0]?.count === 1 || undefined;
    });
  });
  expect(await answer).toMatchObject({ status: 401, body: { code: "token-stale" } });
});
