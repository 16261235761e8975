import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { Answer } from "./support/browser.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

/** The guest is deleted in a transaction that ends when the request waits for it. */
async function whileGuestIsDeleted<T>(
  request: (accessToken: string) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const { accessToken, account } = await guestWithChats(server.browser(), ["Deleted"]);
  const [answer] = await server.database.db.transaction().execute(async (trx) => {
    await sql`delete from "user" where id = ${account.id}::uuid`.execute(trx);
    const asked = request(accessToken);
    await waitUntil("the request waits for the guest", 60_000, async () => {
      const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(server.database.db);
      return rows.length > 0 || undefined;
    });
    return [asked];
  });
  return answer;
}

test("a guest who is deleted while it registers registers all the same, with nothing to bring", async () => {
  const { status } = await whileGuestIsDeleted((accessToken) =>
    server.browser().post("/auth/register", bob, { accessToken }),
  );
  expect(status).toBe(202);
  const token = tokenOf(await server.letter(bob.email, "verify-registration"));
  const verified = await server.browser().post("/auth/verify-email", { token, password: bob.password });
  expect(verified.status).toBe(200);
});

test("a guest who is deleted while it signs out is signed out", async () => {
  const { status } = await whileGuestIsDeleted((accessToken) =>
    server.browser().post("/auth/logout", {}, { accessToken }),
  );
  expect(status).toBe(204);
});

test.each([true, false])(
  "a guest who is deleted while it signs in signs in all the same (keeping chats: %s)",
  async (keepGuestChats) => {
    const { email, password } = alice;
    const { status, body } = await whileGuestIsDeleted((accessToken) =>
      server
        .browser()
        .post<SessionAnswer>("/auth/login", { email, password, keepGuestChats }, { accessToken }),
    );
    expect(status).toBe(200);
    expect(body.merged).toBeUndefined();
    expect(body.claimable).toBeUndefined();
  },
);
