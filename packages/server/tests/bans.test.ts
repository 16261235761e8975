import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, reason, type StaffMember, type StaffRoom } from "./support/staff.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

let server: TestServer;
let room: StaffRoom;
beforeAll(async () => {
  // Staff would have to prove themselves again and again while the clock moves by days.
  server = await startTestServer({ ACCESS_TOKEN_TTL: "60m" });
  room = await openStaffRoom(server);
});
afterAll(() => server.close());

const inDays = (days: number) => new Date(server.clock.now().getTime() + days * dayMs);
const refused = { status: 403, body: { code: "insufficient-rank" } };

describe("a ban", () => {
  test("ends every session at once, and every way in says why and until when", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    const phone = (await room.signIn(bob.email)).body;
    const until = inDays(30);
    expect(await room.ban(carol, bob, until)).toMatchObject({
      status: 200,
      body: { id: bob.userId, status: "banned", ban: { reason, until: until.toISOString() } },
    });
    for (const session of [bob, phone]) {
      expect(await room.standing(session)).toMatchObject({ status: 401, body: { code: "session-ended" } });
      expect(await room.refresh(session)).toMatchObject({ status: 401, body: { code: "refresh-invalid" } });
    }
    expect(await room.signIn(bob.email)).toMatchObject({
      status: 403,
      body: { code: "account-banned", until: until.toISOString(), reason },
    });
    const wrong = await room.signIn(bob.email, { password: "not the password at all" });
    expect(wrong).toMatchObject({ status: 401, body: { code: "invalid-credentials" } });
    const letter = await server.letter(bob.email, "account-banned");
    expect(letter.text).toContain(reason);
  });

  test("is over when it says so, without anybody lifting it", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    await room.ban(carol, bob, new Date(server.clock.now().getTime() + minuteMs));
    expect((await room.signIn(bob.email)).status).toBe(403);
    server.clock.advance(minuteMs);
    expect((await room.signIn(bob.email)).status).toBe(200);
    expect((await room.changeRole(carol, bob, "user")).body).toMatchObject({ status: "active", ban: null });
  });

  test("without an end lasts until it is lifted, and lifting it signs nobody in again", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    expect((await room.ban(carol, bob)).body.ban).toEqual({ reason, until: null });
    expect(await room.lift(carol, bob)).toMatchObject({ status: 200, body: { status: "active", ban: null } });
    expect((await room.standing(bob)).body.code).toBe("session-ended");
    expect((await room.signIn(bob.email)).status).toBe(200);
    // Once more is nothing.
    expect((await room.lift(carol, bob)).status).toBe(200);
    const kinds = (await room.events(bob)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "ban-lifted")).toHaveLength(1);
  });

  test("is recorded with what was before it and after", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    const [first, second] = [inDays(1), inDays(2)];
    await room.ban(carol, bob, first);
    await room.ban(carol, bob, second);
    await room.lift(carol, bob);
    const by = { userId: bob.userId, actorKind: "account", actorId: carol.userId };
    const [long, short] = [second, first].map((until) => ({ reason, until: until.toISOString() }));
    expect((await room.events(bob)).slice(0, 3)).toMatchObject([
      { ...by, kind: "ban-lifted", reason: null, before: long, after: null },
      { ...by, kind: "account-banned", reason, before: short, after: { until: long?.until } },
      { ...by, kind: "account-banned", reason, before: null, after: { until: short?.until } },
    ]);
  });

  test("that is lifted with a reason says so in the audit and to its owner", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    await room.ban(carol, bob);
    expect((await room.send(carol, "DELETE", bob, "ban", { reason: "" })).status).toBe(422);
    expect((await room.send(carol, "DELETE", bob, "ban", { reason: "A mistake." })).status).toBe(200);
    expect((await room.events(bob))[0]).toMatchObject({ kind: "ban-lifted", reason: "A mistake." });
  });

  test("needs a reason, an end that is to come, and a fresh proof of who asks", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    const past = server.clock.now().toISOString();
    for (const body of [
      {},
      { reason: "" },
      { reason, until: past },
      { reason, until: "tomorrow" },
      { reason, role: "admin" },
    ]) {
      expect(await room.send(carol, "PUT", bob, "ban", body)).toMatchObject({ status: 422 });
    }
    server.clock.advance(11 * minuteMs);
    for (const answer of [await room.ban(carol, bob), await room.lift(carol, bob)]) {
      expect(answer).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    }
    expect((await room.standing(bob)).status).toBe(200);
  });

  test("is for accounts: what a guest may ask is taken away by its quota", async () => {
    const carol = await room.hire("admin", "Carol");
    const guest = await server
      .browser()
      .post<{ account: { id: string } }>("/auth/guest", { delivery: "body" });
    expect(await room.ban(carol, { userId: guest.body.account.id })).toMatchObject({ status: 404 });
  });
});

describe("a moderator", () => {
  test("bans for seven days at the most", async () => {
    const [dave, bob] = [await room.hire("moderator", "Dave"), await room.hire("user", "Bob")];
    expect(await room.ban(dave, bob)).toMatchObject(refused);
    expect(await room.ban(dave, bob, inDays(8))).toMatchObject(refused);
    expect((await room.standing(bob)).status).toBe(200);
    const week = await room.ban(dave, bob, inDays(7));
    expect(week).toMatchObject({
      status: 200,
      body: { status: "banned", email: expect.stringContaining("•") },
    });
  });

  test("lifts and replaces bans that a moderator may give, whoever gave them", async () => {
    const [carol, dave] = [await room.hire("admin", "Carol"), await room.hire("moderator", "Dave")];
    const bob = await room.hire("user", "Bob");
    await room.ban(carol, bob, inDays(6));
    expect((await room.ban(dave, bob, inDays(1))).status).toBe(200);
    expect((await room.lift(dave, bob)).status).toBe(200);
  });

  test("leaves a longer ban alone, also in its last days", async () => {
    const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
    await room.ban(carol, bob, inDays(10));
    server.clock.advance(5 * dayMs);
    const dave: StaffMember = await room.hire("moderator", "Dave");
    expect(await room.lift(dave, bob)).toMatchObject(refused);
    expect(await room.ban(dave, bob, inDays(1))).toMatchObject(refused);
    // It is over then, and its account is like any other.
    server.clock.advance(5 * dayMs);
    const dora = await room.hire("moderator", "Dora");
    expect((await room.ban(dora, bob, inDays(1))).status).toBe(200);
  });
});

test("whoever was about to sign in when the ban came has no session afterwards", async () => {
  const [carol, bob] = [await room.hire("admin", "Carol"), await room.hire("user", "Bob")];
  const [banned, ...signIns] = await Promise.all([
    room.ban(carol, bob, inDays(1)),
    ...Array.from({ length: 5 }, () => room.signIn(bob.email)),
  ]);
  expect(banned.status).toBe(200);
  for (const { status, body } of signIns) {
    if (status !== 200) continue;
    expect(await room.standing(body)).toMatchObject({ status: 401, body: { code: "session-ended" } });
  }
  const sessions = await server.database.db
    .selectFrom("session")
    .select("id")
    .where("userId", "=", bob.userId)
    .execute();
  expect(sessions).toEqual([]);
});
