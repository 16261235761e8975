import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAudit } from "../src/audit/audit.ts";
import { claimableConversations } from "../src/chats/claimable.ts";
import { createGuestPurge } from "../src/guests/purge.ts";
import { lockOwner } from "../src/guests/queries.ts";
import { uuidv7 } from "../src/uuid.ts";
import { guestWithChats } from "./support/guests.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const day = 24 * 3600_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const newPurge = () =>
  createGuestPurge({
    database: server.database.db,
    clock: server.clock,
    sessions: { endAllOfLeaving: async () => {} },
    audit: createAudit({ clock: server.clock }),
    claimables: [claimableConversations],
    retentionMs: 30 * day,
  });

async function isThere(id: string): Promise<boolean> {
  const { rows } = await sql`select from "user" where id = ${id}::uuid`.execute(server.database.db);
  return rows.length === 1;
}

test("a guest whose first message is being written stays, and the purge does not wait for it", async () => {
  const { account } = await guestWithChats(server.browser());
  const other = await guestWithChats(server.browser());
  server.clock.advance(day + 1000);
  const { db } = server.database;
  await db.transaction().execute(async (trx) => {
    await lockOwner(trx, account.id);
    const at = server.clock.now();
    const row = {
      id: uuidv7(),
      ownerId: account.id,
      title: "First",
      page: null,
      createdAt: at,
      updatedAt: at,
    };
    await trx.insertInto("conversation").values(row).execute();
    expect(await newPurge().purge()).toBe(1);
  });
  expect(await isThere(other.account.id)).toBe(false);
  expect(await newPurge().purge()).toBe(0);
  expect(await isThere(account.id)).toBe(true);
});

test("where a reader holds what a purge would have to wait for, the purge gives way", async () => {
  const { account } = await guestWithChats(server.browser());
  server.clock.advance(day + 1000);
  const { db } = server.database;
  await db.transaction().execute(async (trx) => {
    // As a sign-out does, which then records it for the guest.
    await sql`update session set updated_at = now() where user_id = ${account.id}::uuid`.execute(trx);
    expect(await newPurge().purge()).toBe(0);
  });
  expect(await isThere(account.id)).toBe(true);
  expect(await newPurge().purge()).toBe(1);
});

test("two nodes that purge at once remove each guest once", async () => {
  const guests = await Promise.all(Array.from({ length: 20 }, () => guestWithChats(server.browser())));
  server.clock.advance(day + 1000);
  const removed = await Promise.all([newPurge().purge(), newPurge().purge(), newPurge().purge()]);
  const again = await newPurge().purge();
  expect(removed.reduce((sum, count) => sum + count, again)).toBe(guests.length);
});
