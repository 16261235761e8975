import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { guestWithChats, titlesOf } from "./support/guests.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await registerAndVerify(server, alice);
});
afterAll(() => server.close());

describe("a guest", () => {
  test("has a session of its own, without an address, in a cookie of its own", async () => {
    const browser = server.browser();
    const { status, body } = await browser.post<SessionAnswer>("/auth/guest");
    expect(status).toBe(201);
    expect(body.account).toMatchObject({
      guest: true,
      role: "guest",
      email: null,
      name: null,
      emailVerified: false,
    });
    expect([...browser.cookies.keys()]).toEqual(["bookplate-guest", "bookplate-hint"]);
    expect((await browser.post<SessionAnswer>("/auth/refresh")).body.account.id).toBe(body.account.id);
  });

  test("stays for thirty silent days, and as long as it comes back", async () => {
    const browser = server.browser();
    await browser.post("/auth/guest");
    for (let turn = 0; turn < 5; turn += 1) {
      server.clock.advance(29 * 24 * 3600_000);
      expect((await browser.post("/auth/refresh")).status).toBe(200);
    }
    server.clock.advance(30 * 24 * 3600_000 + 1000);
    expect((await browser.post("/auth/refresh")).body).toMatchObject({ code: "refresh-invalid" });
  });
});

describe("a guest who registers", () => {
  test("becomes the account at verification, keeps its chats, and its older sessions end", async () => {
    const carla = { ...alice, email: "carla@example.org", name: "Carla" };
    const browser = server.browser();
    const guest = await guestWithChats(browser, ["First", "Second"]);
    await browser.post("/auth/register", carla, { accessToken: guest.accessToken });
    // Until the address is proven the guest stays what it is.
    expect(await titlesOf(server, guest.accessToken)).toEqual(["First", "Second"]);

    // The letter is opened on another device, with the password.
    const phone = server.browser();
    const token = tokenOf(await server.letter(carla.email, "verify-registration"));
    const { body } = await phone.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token,
      password: carla.password,
    });
    expect(body.session.account).toMatchObject({
      id: guest.account.id,
      guest: false,
      email: carla.email,
      name: "Carla",
    });
    expect(await titlesOf(server, body.session.accessToken)).toEqual(["First", "Second"]);
    expect((await browser.get("/me", { accessToken: guest.accessToken })).body).toMatchObject({
      code: "session-ended",
    });
    expect((await browser.post("/auth/refresh")).body).toMatchObject({ code: "refresh-invalid" });
  });

  test("in vain, because the address is known, keeps its chats as a guest", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser, ["Mine"]);
    await browser.post(
      "/auth/register",
      { ...alice, password: bob.password },
      { accessToken: guest.accessToken },
    );
    expect(await titlesOf(server, guest.accessToken)).toEqual(["Mine"]);
  });

  test("and is replaced by the mailbox's owner lends nothing to them", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser, ["The stranger's"]);
    const email = "owner@example.org";
    await browser.post("/auth/register", { ...alice, email }, { accessToken: guest.accessToken });
    const token = tokenOf(await server.letter(email, "verify-registration"));
    const { body } = await server
      .browser()
      .post<{ session: SessionAnswer }>("/auth/verify-email", { token, newPassword: bob.password });
    expect(body.session.account.id).not.toBe(guest.account.id);
    expect(await titlesOf(server, body.session.accessToken)).toEqual([]);
    expect(await titlesOf(server, guest.accessToken)).toEqual(["The stranger's"]);
  });

  test("and signed in elsewhere meanwhile makes a fresh account, never through the tombstone", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser, ["Merged"]);
    const dave = { ...alice, email: "dave@example.org", name: "Dave" };
    await browser.post("/auth/register", dave, { accessToken: guest.accessToken });
    const other = await server
      .browser()
      .post<SessionAnswer>("/auth/login", alice0, { accessToken: guest.accessToken });
    expect(other.body.merged).toEqual({ conversations: 1 });
    const token = tokenOf(await server.letter(dave.email, "verify-registration"));
    const { body } = await browser.post<{ session: SessionAnswer }>("/auth/verify-email", { token });
    expect(body.session.account.id).not.toBe(guest.account.id);
    expect(await titlesOf(server, body.session.accessToken)).toEqual([]);
  });

  test("and comes back with a newer guest is offered its chats, not given them", async () => {
    const erna = { ...alice, email: "erna@example.org", name: "Erna" };
    const browser = server.browser();
    await browser.post("/auth/register", erna);
    const guest = await guestWithChats(browser, ["Later", "Too"]);
    const token = tokenOf(await server.letter(erna.email, "verify-registration"));
    const { body } = await browser.post<{ session: SessionAnswer }>(
      "/auth/verify-email",
      { token },
      { accessToken: guest.accessToken },
    );
    expect(body.session.claimable).toEqual({ conversations: 2 });
    expect(await titlesOf(server, body.session.accessToken)).toEqual([]);
    expect((await browser.post<SessionAnswer>("/auth/refresh")).body.claimable).toEqual({ conversations: 2 });
  });
});

const alice0 = { email: alice.email, password: alice.password };

describe("a guest who signs in", () => {
  test("brings its chats along once, and its token opens nothing afterwards", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser, ["Brought", "Along"]);
    const { body } = await browser.post<SessionAnswer>("/auth/login", alice0, {
      accessToken: guest.accessToken,
    });
    expect(body.merged).toEqual({ conversations: 2 });
    expect(await titlesOf(server, body.accessToken)).toEqual(expect.arrayContaining(["Along", "Brought"]));
    expect(browser.cookies.has("bookplate-guest")).toBe(false);
    expect((await browser.get("/conversations", { accessToken: guest.accessToken })).body).toMatchObject({
      code: "session-ended",
    });
    const again = await browser.post("/auth/login", alice0, { accessToken: guest.accessToken });
    expect(again).toMatchObject({ status: 401, body: { code: "session-ended" } });
  });

  test("by two logins at once is merged by one of them", async () => {
    const guest = await guestWithChats(server.browser(), ["Only", "Once"]);
    const answers = await Promise.all(
      Array.from({ length: 2 }, () =>
        server.browser().post<SessionAnswer>("/auth/login", alice0, { accessToken: guest.accessToken }),
      ),
    );
    const merged = answers.map(({ body }) => body.merged?.conversations ?? 0).sort();
    expect(merged).toEqual([0, 2]);
  });

  test("and leaves its chats finds them claimable in that session", async () => {
    const guest = await guestWithChats(server.browser(), ["Left"]);
    const login = { ...alice0, keepGuestChats: false };
    const { body } = await server
      .browser()
      .post<SessionAnswer>("/auth/login", login, { accessToken: guest.accessToken });
    expect(body.merged).toBeUndefined();
    expect(body.claimable).toEqual({ conversations: 1 });
    expect(await titlesOf(server, guest.accessToken)).toEqual(["Left"]);
  });

  test("with a wrong password stays a guest with its chats", async () => {
    const guest = await guestWithChats(server.browser(), ["Safe"]);
    const wrong = { ...alice0, password: bob.password };
    expect(
      (await server.browser().post("/auth/login", wrong, { accessToken: guest.accessToken })).status,
    ).toBe(401);
    expect(await titlesOf(server, guest.accessToken)).toEqual(["Safe"]);
  });

  test("with a dead token is told so, and nothing is ignored", async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser, []);
    await browser.post("/auth/logout", {}, { accessToken: guest.accessToken });
    for (const accessToken of [guest.accessToken, "nonsense"]) {
      expect((await server.browser().post("/auth/login", alice0, { accessToken })).status).toBe(401);
    }
  });

  test("while an account's token is at hand merges nothing of that account", async () => {
    const bobSession = await registerAndVerify(server, bob, { delivery: "body" });
    await server
      .browser()
      .post("/conversations", { title: "Bob's own" }, { accessToken: bobSession.accessToken });
    const { body } = await server
      .browser()
      .post<SessionAnswer>("/auth/login", alice0, { accessToken: bobSession.accessToken });
    expect(body.merged).toBeUndefined();
    expect(await titlesOf(server, bobSession.accessToken)).toEqual(["Bob's own"]);
  });
});

test("a guest's id in a body moves nothing", async () => {
  const guest = await guestWithChats(server.browser(), ["Private"]);
  const { status } = await server.browser().post("/auth/login", { ...alice0, guestId: guest.account.id });
  expect(status).toBe(422);
  const { rows } = await sql<{
    merged: string | null;
  }>`select merged_into as merged from "user" where id = ${guest.account.id}::uuid`.execute(
    server.database.db,
  );
  expect(rows).toEqual([{ merged: null }]);
});
