import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { claim, guestWithChats } from "./support/guests.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { observeTransactions } from "./support/transaction-statements.ts";

let server: TestServer;
let mine: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
});
afterAll(() => server.close());

/** With a question and a bookmark for each of its conversations. */
async function newGuest(conversations: number): Promise<string> {
  const { accessToken, account } = await guestWithChats(server.browser());
  await sql`with begun as (
      insert into conversation (id, owner_id, created_at, updated_at)
      select gen_random_uuid(), ${account.id}::uuid, now(), now() from generate_series(1, ${conversations}::int) returning id),
    asked as (
      insert into message (id, conversation_id, role, content, status, created_at, updated_at)
      select gen_random_uuid(), id, 'user', 'Why?', 'complete', now(), now() from begun)
    insert into bookmark (id, owner_id, page, created_at)
    select id, ${account.id}::uuid, '/' || id, now() from begun`.execute(server.database.db);
  return accessToken;
}

test("a merge takes as many statements for a thousand conversations as for one", async () => {
  const counts: number[] = [];
  for (const conversations of [1, 10, 1000]) {
    const guestToken = await newGuest(conversations);
    const statements: string[] = [];
    const restore = observeTransactions((statement) => statements.push(statement));
    const { body } = await claim(server.browser(), mine.accessToken, guestToken);
    restore();
    expect(body).toEqual({ merged: { conversations } });
    counts.push(statements.indexOf("committed"));
  }
  expect(new Set(counts).size, counts.join(", ")).toBe(1);
});
