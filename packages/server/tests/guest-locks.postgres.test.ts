import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { createAudit } from "../src/audit/audit.ts";
import { lockOwner } from "../src/guests/queries.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { uuidv7 } from "../src/uuid.ts";
import type { Answer } from "./support/browser.ts";
import { bookmarksOf, claim, guestWithChats, titlesOf } from "./support/guests.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { type Challenged, codeOf, secondStep, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
});
afterAll(() => server.close());

const rounds = 8;
const db = () => server.database.db;

/** Requests that wait for a lock of somebody else. */
async function countWaiting(): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
  `.execute(db());
  return rows[0]?.waiting ?? 0;
}

const waitFor = (waiting: number) =>
  waitUntil("requests that wait for a lock", 60_000, async () =>
    (await countWaiting()) >= waiting ? true : undefined,
  );

function everyAnswerIsMeant(answers: readonly Answer<unknown>[]): void {
  for (const { status, body } of answers) expect(status, JSON.stringify(body)).toBeLessThan(500);
}

/** What a merge does to the guest's row, held open until the requests wait for it. */
async function whileMerging<T>(
  guestId: string,
  accountId: string,
  requests: () => readonly Promise<T>[],
): Promise<T[]> {
  const answers = await db()
    .transaction()
    .execute(async (trx) => {
      await trx.updateTable("user").set({ mergedInto: accountId }).where("id", "=", guestId).execute();
      const asked = requests();
      await waitFor(asked.length);
      return asked;
    });
  return Promise.all(answers);
}

test("a write that arrives during a merge waits for it, and is the account's", async () => {
  const guest = await guestWithChats(server.browser());
  const { accessToken } = guest;
  const answers = await whileMerging(guest.account.id, mine.account.id, () => [
    server.browser().post("/conversations", { title: "On its way" }, { accessToken }),
    server.browser().post("/me/bookmarks", { page: "/on-its-way" }, { accessToken }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await titlesOf(server, mine.accessToken)).toContain("On its way");
  expect(await bookmarksOf(server, mine.accessToken)).toMatchObject([{ page: "/on-its-way" }]);
});

test("a claim that arrives during another account's is refused when that one has happened", async () => {
  const guest = await guestWithChats(server.browser(), ["Wanted by two"]);
  const dora = await registerAndVerify(server, { ...bob, email: "dora@example.org" });
  const answers = await whileMerging(guest.account.id, mine.account.id, () => [
    claim(server.browser(), dora.accessToken, guest.accessToken),
  ]);
  expect(answers).toMatchObject([{ status: 409, body: { code: "guest-already-claimed" } }]);
});

/** A sign-out that has ended the guest's session when the request comes, and is recorded while the request waits. */
async function whileSigningOut<T>(guestId: string, request: () => Promise<T>): Promise<T> {
  const asked = await db()
    .transaction()
    .execute(async (trx) => {
      await trx.deleteFrom("session").where("userId", "=", guestId).execute();
      const answers = [request()];
      await waitFor(1);
      await createAudit({ clock: server.clock }).record(trx, { kind: "signed-out", userId: guestId });
      return answers;
    });
  const [answer] = await Promise.all(asked);
  if (answer === undefined) throw new Error("Nothing was asked.");
  return answer;
}

test("a guest who signs out while it signs in is merged, and neither waits for the other", async () => {
  const guest = await guestWithChats(server.browser(), ["Signed out"]);
  const { accessToken } = guest;
  const login = { email: alice.email, password: alice.password };
  const answer = await whileSigningOut(guest.account.id, () =>
    server.browser().post<SessionAnswer>("/auth/login", login, { accessToken }),
  );
  expect(answer).toMatchObject({ status: 200, body: { merged: { conversations: 1 } } });
});

test("a guest who signs out while its address is verified becomes the account, and neither waits for the other", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["Signed out"]);
  const person = { ...bob, email: "verified@example.org" };
  await browser.post("/auth/register", person, { accessToken: guest.accessToken });
  const token = tokenOf(await server.letter(person.email, "verify-registration"));
  const answer = await whileSigningOut(guest.account.id, () =>
    browser.post<{ session: SessionAnswer }>("/auth/verify-email", { token }),
  );
  expect(answer).toMatchObject({ status: 200, body: { session: { account: { id: guest.account.id } } } });
});

test("a guest who is deleted while it signs in elsewhere is merged or gone", async () => {
  for (let round = 0; round < rounds; round++) {
    const { accessToken } = await guestWithChats(server.browser(), ["Deleted"]);
    const [claimed, deleted] = await Promise.all([
      claim(server.browser(), mine.accessToken, accessToken),
      server.browser().send("DELETE", "/me", { accessToken }),
    ]);
    everyAnswerIsMeant([claimed, deleted]);
  }
});

/** A guest who deletes itself, held up half way until a request for the same guest waits for it. */
async function whileDeletingItself<T>(
  { accessToken, account }: SessionAnswer,
  request: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const [deleted, answer] = await db()
    .transaction()
    .execute(async (trx) => {
      await trx.selectFrom("session").select("id").where("userId", "=", account.id).forUpdate().execute();
      const deletion = server.browser().send("DELETE", "/me", { accessToken });
      await waitFor(1);
      const asked = request();
      await waitFor(2);
      return [deletion, asked] as const;
    });
  expect(await deleted).toMatchObject({ status: 204 });
  return answer;
}

test("a guest who is deleted while it signs in has nothing to bring, and neither waits for the other", async () => {
  const guest = await guestWithChats(server.browser(), ["Deleted"]);
  const answer = await whileDeletingItself(guest, () =>
    server
      .browser()
      .post<SessionAnswer>("/auth/login", { email: alice.email, password: alice.password }, guest),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.merged).toBeUndefined();
});

test("a guest who is deleted while its address is verified has nothing to bring, and neither waits for the other", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["Deleted"]);
  const person = { ...bob, email: "deleted@example.org" };
  await browser.post("/auth/register", person, guest);
  const token = tokenOf(await server.letter(person.email, "verify-registration"));
  const answer = await whileDeletingItself(guest, () =>
    browser.post<{ session: SessionAnswer }>("/auth/verify-email", { token }),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.session.account.id).not.toBe(guest.account.id);
});

test("a guest who is deleted while a code is checked has nothing to bring, and neither waits for the other", async () => {
  const gina = { ...bob, email: "gina@example.org" };
  const { secret } = await turnOnTotp(server, (await registerAndVerify(server, gina)).accessToken);
  const guest = await guestWithChats(server.browser(), ["Deleted"]);
  const { email, password } = gina;
  const { body: first } = await server
    .browser()
    .post<Challenged>("/auth/login", { email, password, delivery: "body" }, guest);
  const { challenge } = first;
  const answer = await whileDeletingItself(guest, () =>
    secondStep(server.browser(), { challenge, method: "totp", code: codeOf(secret, server.clock) }),
  );
  expect(answer.status).toBe(200);
  expect(answer.body.merged).toBeUndefined();
});

test("a guest's wish to be deleted does not delete the account that it becomes meanwhile", async () => {
  const { account, accessToken } = await guestWithChats(server.browser(), ["An account's"]);
  const [deleted] = await db()
    .transaction()
    .execute(async (trx) => {
      const address = { email: "became@example.org", isAnonymous: false };
      await trx.updateTable("user").set(address).where("id", "=", account.id).execute();
      const asked = server.browser().send("DELETE", "/me", { accessToken });
      await waitFor(1);
      return [asked] as const;
    });
  expect(await deleted).toMatchObject({ status: 401, body: { code: "session-ended" } });
  expect(
    await db().selectFrom("conversation").select("title").where("ownerId", "=", account.id).execute(),
  ).toEqual([{ title: "An account's" }]);
});

test("an account that is deleted while a late write of its guest is under way waits for it, and takes it along", async () => {
  const leaving = await registerAndVerify(server, { ...bob, email: "leaving@example.org" });
  const guest = await guestWithChats(server.browser());
  await claim(server.browser(), leaving.accessToken, guest.accessToken);
  const deleted = await db()
    .transaction()
    .execute(async (trx) => {
      const ownerId = await lockOwner(trx, guest.account.id);
      expect(ownerId).toBe(leaving.account.id);
      const answer = server.browser().send("DELETE", "/me", { accessToken: leaving.accessToken });
      await waitFor(1);
      const at = server.clock.now();
      const row = { page: "/late", anchor: null, note: null, createdAt: at };
      await trx
        .insertInto("bookmark")
        .values({ ...row, id: uuidv7(), ownerId: leaving.account.id })
        .execute();
      return [answer];
    });
  expect(await deleted[0]).toMatchObject({ status: 204 });
  const ids = [leaving.account.id, guest.account.id];
  expect(await db().selectFrom("user").select("id").where("id", "in", ids).execute()).toEqual([]);
  const late = await server.browser().post("/conversations", {}, { accessToken: guest.accessToken });
  expect(late.status).toBe(401);
});

test("guests who come to one account at once, with the same bookmarks, all arrive", async () => {
  const fred = await registerAndVerify(server, { ...bob, email: "fred@example.org" });
  const pages = Array.from({ length: 6 }, (_, number) => `/page-${number}`);
  const guests = await Promise.all(
    Array.from({ length: 6 }, async (_, number) => {
      const guest = await guestWithChats(server.browser());
      // In orders of their own, so that no two would lock the same rows in the same order.
      const order = number % 2 === 0 ? pages : pages.toReversed();
      for (const page of order) {
        await server.browser().post("/me/bookmarks", { page, note: `Guest ${number}` }, guest);
      }
      return guest;
    }),
  );
  const answers = await Promise.all(
    guests.map(({ accessToken }) => claim(server.browser(), fred.accessToken, accessToken)),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  const bookmarks = await bookmarksOf(server, fred.accessToken);
  expect(bookmarks.map(({ page }) => page).sort()).toEqual(pages);
  for (const { note } of bookmarks) {
    for (const number of guests.keys()) expect(note).toContain(`Guest ${number}`);
  }
});
