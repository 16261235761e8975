import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createKeyHolder, type KeyHolder } from "./support/dpop.ts";
import { claim, guestWithChats, titlesOf } from "./support/guests.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let mine: SessionAnswer;
let others: SessionAnswer;
let guest: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
  others = await registerAndVerify(server, bob);
});
beforeEach(async () => {
  guest = await guestWithChats(server.browser(), ["The guest's"]);
});
afterAll(() => server.close());

const claimBy = (session: { accessToken: string }, token?: string) =>
  claim(server.browser(), session.accessToken, token);
const users = () => server.database.db.updateTable("user");
const staysWithTheGuest = async () =>
  expect(await titlesOf(server, guest.accessToken)).toEqual(["The guest's"]);

const claimed = { status: 200, body: { merged: { conversations: 1 } } };
const taken = { status: 409, body: { code: "guest-already-claimed" } };
const nothing = { status: 404, body: { code: "not-found" } };

describe("a guest whose things were claimed once", () => {
  test("is answered to the same account as the first time, by whatever session, and to nobody else", async () => {
    expect(await claimBy(mine, guest.accessToken)).toMatchObject(claimed);
    const { email, password } = alice;
    const again = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
    for (const session of [mine, again.body])
      expect(await claimBy(session, guest.accessToken)).toMatchObject(claimed);
    expect(await claimBy(others, guest.accessToken)).toMatchObject(taken);
    expect(await titlesOf(server, others.accessToken)).not.toContain("The guest's");
  });

  test("is answered so also when the account's events have been erased", async () => {
    await claimBy(mine, guest.accessToken);
    await server.database.db.deleteFrom("securityEvent").where("userId", "=", mine.account.id).execute();
    expect(await claimBy(mine, guest.accessToken)).toMatchObject(claimed);
  });

  test("by ten claims of each of two accounts belongs to one of them, which every answer says", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, number) => claimBy(number % 2 ? mine : others, guest.accessToken)),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(10);
    for (const { body } of winners) expect(body).toEqual({ merged: { conversations: 1 } });
    for (const { status, body } of answers) if (status !== 200) expect({ status, body }).toMatchObject(taken);
    const titles = await Promise.all([mine, others].map((session) => titlesOf(server, session.accessToken)));
    expect(titles.flat().filter((title) => title === "The guest's").length).toBeGreaterThan(0);
    const owners = await server.database.db
      .selectFrom("conversation")
      .select("ownerId")
      .where("ownerId", "=", guest.account.id)
      .execute();
    expect(owners).toEqual([]);
  });

  test("waits no more in another session that remembers it, and a yes there is answered by what became of it", async () => {
    const leave = (person: typeof alice) =>
      server
        .browser()
        .post<SessionAnswer>(
          "/auth/login",
          { email: person.email, password: person.password, keepGuestChats: false },
          { accessToken: guest.accessToken },
        );
    const own = await leave(alice);
    const strangers = await leave(bob);
    expect(strangers.body.claimable).toEqual({ conversations: 1 });
    expect(await claimBy(own.body)).toMatchObject(claimed);
    expect(await claimBy(own.body)).toMatchObject(claimed);
    expect(await claimBy(strangers.body)).toMatchObject(taken);
  });
});

describe("nothing is claimed", () => {
  test("with the token of a guest who has signed out", async () => {
    await server.browser().post("/auth/logout", {}, { accessToken: guest.accessToken });
    expect(await claimBy(mine, guest.accessToken)).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
    const { db } = server.database;
    const left = await db
      .selectFrom("conversation")
      .select("id")
      .where("ownerId", "=", guest.account.id)
      .execute();
    expect(left).toHaveLength(1);
  });

  test("of a guest who was purged meanwhile", async () => {
    await server.database.db.deleteFrom("user").where("id", "=", guest.account.id).execute();
    expect(await claimBy(mine, guest.accessToken)).toMatchObject(nothing);
  });

  test("of a guest who has become this very account", async () => {
    const person = { ...bob, email: "promoted@example.org" };
    const session = await registerAndVerify(server, person, { accessToken: guest.accessToken });
    expect(session.account.id).toBe(guest.account.id);
    expect(await claimBy(session, guest.accessToken)).toMatchObject(taken);
    expect(await titlesOf(server, session.accessToken)).toEqual(["The guest's"]);
  });

  test("for an account that was banned a moment ago, whose token is looked at as good", async () => {
    const banned = await registerAndVerify(server, { ...bob, email: "banned@example.org" });
    await users().set({ banned: true }).where("id", "=", banned.account.id).execute();
    expect(await claimBy(banned, guest.accessToken)).toMatchObject({
      status: 401,
      body: { code: "session-ended" },
    });
    await staysWithTheGuest();
    // A ban that has ended counts for nothing.
    const banExpires = new Date(server.clock.now().getTime() - 1);
    await users().set({ banExpires }).where("id", "=", banned.account.id).execute();
    expect(await claimBy(banned, guest.accessToken)).toMatchObject(claimed);
  });

  test("for an account that is deleted at the same moment: merged and gone with it, or left alone", async () => {
    const leaving = await registerAndVerify(server, { ...bob, email: "deleted@example.org" });
    const [answer, deleted] = await Promise.all([
      claimBy(leaving, guest.accessToken),
      server.browser().send("DELETE", "/me", { accessToken: leaving.accessToken }),
    ]);
    expect(deleted.status).toBe(204);
    if (answer.status === 200) {
      expect((await server.browser().get("/me", guest)).status).toBe(401);
    } else {
      expect(answer).toMatchObject({ status: 401, body: { code: "session-ended" } });
      await staysWithTheGuest();
    }
  });

  test("by a session that has ended, or under an epoch that has moved", async () => {
    const { email, password } = alice;
    const { db } = server.database;
    const { body: session } = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
    // Behind the server's back: its memory still takes the token for good.
    await db.deleteFrom("session").where("userId", "=", session.account.id).execute();
    expect((await claimBy(session, guest.accessToken)).body.code).toBe("session-ended");
    const { body: stale } = await server.browser().post<SessionAnswer>("/auth/login", { email, password });
    await users()
      .set((eb) => ({ epoch: eb("epoch", "+", 1) }))
      .where("id", "=", stale.account.id)
      .execute();
    expect((await claimBy(stale, guest.accessToken)).body.code).toBe("token-stale");
    await staysWithTheGuest();
    mine = (await server.browser().post<SessionAnswer>("/auth/login", { email, password })).body;
  });

  test("by another guest, or with an id instead of a token", async () => {
    const second = await guestWithChats(server.browser());
    expect((await claimBy(second, guest.accessToken)).status).toBe(401);
    expect((await claimBy(mine, guest.account.id)).status).toBe(401);
    for (const body of [{ guestId: guest.account.id }, { userId: guest.account.id }]) {
      const answer = await server.browser().post("/guests/claim", body, { accessToken: mine.accessToken });
      expect(answer.status).toBe(422);
    }
    await staysWithTheGuest();
  });
});

test("a guest's token that is bound to a key counts where the account proves the same one, and nowhere else", async () => {
  const phone = await createKeyHolder(server);
  const thief = await createKeyHolder(server);
  const login = { email: alice.email, password: alice.password, delivery: "body" };
  const signIn = async (holder: KeyHolder, path: string, body: object) =>
    (await holder.send<SessionAnswer>("POST", path, { body })).body.accessToken;
  const guestToken = await signIn(phone, "/auth/guest", { delivery: "body" });
  const claimWith = async (holder: KeyHolder) =>
    holder.send("POST", "/guests/claim", {
      body: { guestToken },
      accessToken: await signIn(holder, "/auth/login", login),
    });
  expect((await claimBy(mine, guestToken)).status).toBe(401);
  expect(await claimWith(thief)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
  expect(await claimWith(phone)).toMatchObject({ status: 200, body: { merged: { conversations: 0 } } });
});
