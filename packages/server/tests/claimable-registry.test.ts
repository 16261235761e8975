import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { listTablesOfUsers, readState } from "./support/database-state.ts";
import { claim, guestWithChats } from "./support/guests.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
});
afterAll(() => server.close());

/** The tables that name a user: whether an account takes their rows over from a guest, or why there is nothing to take. */
const tables: Readonly<Record<string, "claimable" | `none: ${string}`>> = {
  account: "none: ways to sign in, of which a guest has none",
  active_day: "none: of accounts",
  bookmark: "claimable",
  conversation: "claimable",
  invitation: "none: made and accepted by accounts",
  known_device: "none: of accounts",
  letter_request: "none: letters go to accounts",
  letter_token: "none: letters go to accounts",
  passkey: "none: of accounts",
  pending_registration: "none: stays, and makes a fresh account",
  preference: "none: the account has its own",
  provider_flow: "none: a sign-in that is under way, for minutes",
  quota_override: "none: given to one reader by an operator",
  quota_reservation: "none: settled under the answer that it was made for",
  quota_use: "claimable",
  report: "claimable",
  security_event: "none: what happened to the guest; goes with the tombstone",
  session: "none: ends with the merge",
  sign_in_challenge: "none: a sign-in that is under way, for minutes",
  totp_secret: "none: of accounts",
  trusted_device: "none: of accounts",
  user: "none: the tombstone",
};

test("every table that names a user is taken over by a merge, or it is said why not", async () => {
  const names = (await listTablesOfUsers(server.database.db)).map((name) => name.replaceAll('"', ""));
  expect(Object.keys(tables).sort()).toEqual(names.sort());
});

test("a merge leaves the guest no row of what is taken over", async () => {
  const { db } = server.database;
  const guest = await guestWithChats(server.browser(), ["One"]);
  const { accessToken } = guest;
  const browser = server.browser();
  await browser.post("/me/bookmarks", { page: "/lamp" }, { accessToken });
  const { body: conversation } = await browser.post<{ id: string }>("/conversations", {}, { accessToken });
  const question = { content: "How do I light the lamp?" };
  await browser.post(`/conversations/${conversation.id}/messages`, question, { accessToken });
  const messages = await browser.get<{ items: { id: string }[] }>(
    `/conversations/${conversation.id}/messages`,
    { accessToken },
  );
  const answer = messages.body.items.at(-1)?.id;
  await browser.post(`/messages/${answer}/report`, { reason: "wrong" }, { accessToken });
  const claimable = Object.keys(tables).filter((name) => tables[name] === "claimable");
  const countOf = async (name: string, ownerId: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(name)} where owner_id = ${ownerId}::uuid
    `.execute(db);
    return rows[0]?.count;
  };
  for (const name of claimable) expect(await countOf(name, guest.account.id), name).toBeGreaterThan(0);
  expect((await claim(browser, mine.accessToken, accessToken)).status).toBe(200);
  for (const name of claimable) {
    expect(await countOf(name, guest.account.id), name).toBe(0);
    expect(await countOf(name, mine.account.id), name).toBeGreaterThan(0);
  }
});

test("a merge that fails in the middle moves nothing, and the guest goes on", async () => {
  const { db } = server.database;
  const guest = await guestWithChats(server.browser(), ["Whole"]);
  const { accessToken } = guest;
  // The last statement of the merge.
  await sql`alter table security_event add constraint no_merge check (kind <> 'guest-merged') not valid`.execute(
    db,
  );
  // Without what the server notes by itself meanwhile, such as when a session was seen.
  const readOwned = async () => {
    const state = await readState(db);
    return ["user", "conversation", "bookmark", "quota_use", "report", "revocation"].map(
      (name) => state[name],
    );
  };
  const before = await readOwned();
  expect((await claim(server.browser(), mine.accessToken, accessToken)).status).toBe(500);
  expect(await readOwned()).toEqual(before);
  expect((await server.browser().get("/me", { accessToken })).status).toBe(200);
  await sql`alter table security_event drop constraint no_merge`.execute(db);
  expect((await claim(server.browser(), mine.accessToken, accessToken)).body).toEqual({
    merged: { conversations: 1 },
  });
});
