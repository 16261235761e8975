import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { uuidv7 } from "../src/uuid.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, reason, type StaffMember, type StaffRoom } from "./support/staff.ts";

const quarterOfAnHour = 15 * 60_000;

let server: TestServer;
let room: StaffRoom;
beforeAll(async () => {
  server = await startTestServer();
  room = await openStaffRoom(server);
});
afterAll(() => server.close());

let carol: StaffMember;
beforeEach(async () => {
  await room.dismissAdmins();
  carol = await room.hire("admin", "Carol");
});

describe("a change of role", () => {
  test("makes the tokens that are out stale at once, and a refresh brings the new role", async () => {
    const dave = await room.hire("user", "Dave");
    const changed = await room.changeRole(carol, dave, "moderator");
    expect(changed).toMatchObject({ status: 200, body: { id: dave.userId, role: "moderator", ban: null } });
    expect(await room.standing(dave)).toMatchObject({ status: 401, body: { code: "token-stale" } });
    const reports = await server.browser().get("/admin/reports", dave);
    expect(reports).toMatchObject({ status: 401, body: { code: "token-stale" } });
    const { body } = await room.refresh(dave);
    expect(body.account.role).toBe("moderator");
    expect(decodeJwt(body.accessToken)).toMatchObject({ role: "moderator", sub: dave.userId });
    expect((await server.browser().get("/admin/reports", body)).status).toBe(200);
  });

  test("takes back what the old role allowed, from the token that was made for it", async () => {
    const dave = await room.hire("moderator", "Dave");
    expect((await server.browser().get("/admin/reports", dave)).status).toBe(200);
    await room.changeRole(carol, dave, "user");
    expect(await server.browser().get("/admin/reports", dave)).toMatchObject({
      body: { code: "token-stale" },
    });
    const { body } = await room.refresh(dave);
    const refused = await server.browser().get("/admin/reports", body);
    expect(refused).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
  });

  test("is recorded with who, what, whom, why and from where, and its owner reads it", async () => {
    const dave = await room.hire("user", "Dave");
    await room.changeRole(carol, dave, "moderator");
    const [event] = await room.events(dave);
    expect(event).toMatchObject({
      kind: "role-changed",
      userId: dave.userId,
      actorKind: "account",
      actorId: carol.userId,
      reason,
      before: { role: "user" },
      after: { role: "moderator" },
    });
    expect(event?.ipAddress).not.toBeNull();
    const letter = await server.letter(dave.email, "role-changed");
    expect(letter.text).toContain(reason);
    const { body } = await room.refresh(dave);
    const activity = await server.browser().get<{ items: { kind: string }[] }>("/me/activity", body);
    expect(activity.body.items[0]?.kind).toBe("role-changed");
  });

  test("to the role that somebody has already changes nothing", async () => {
    const dave = await room.hire("moderator", "Dave");
    expect(await room.changeRole(carol, dave, "moderator")).toMatchObject({ status: 200 });
    expect((await room.standing(dave)).status).toBe(200);
    expect((await room.events(dave)).map(({ kind }) => kind)).not.toContain("role-changed");
  });

  test("wants a fresh proof of who asks, and a reason", async () => {
    const dave = await room.hire("user", "Dave");
    const without = [
      { role: "moderator" },
      { role: "moderator", reason: "" },
      { role: "moderator", reason: 5 },
    ];
    for (const body of [...without, { role: "moderator", reason: "x".repeat(501) }, { reason }]) {
      expect(await room.send(carol, "PUT", dave, "role", body)).toMatchObject({ status: 422 });
    }
    server.clock.advance(quarterOfAnHour - 60_000);
    const late = await room.changeRole(carol, dave, "moderator");
    expect(late).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    expect(await room.roleOf(dave)).toBe("user");
  });

  test("is for accounts: a guest has no role, and nobody is not found", async () => {
    const guest = await server
      .browser()
      .post<{ account: { id: string } }>("/auth/guest", { delivery: "body" });
    for (const userId of [guest.body.account.id, uuidv7(), "nobody"]) {
      expect(await room.changeRole(carol, { userId }, "moderator")).toMatchObject({
        status: 404,
        body: { code: "not-found" },
      });
    }
  });
});

describe("the last administrator who can act", () => {
  const lastAdmin = { status: 409, body: { code: "last-admin" } };
  const remove = (who: StaffMember) => server.browser().send("DELETE", "/me", { ...who, body: {} });

  test("cannot demote, ban or delete themselves", async () => {
    expect(await room.changeRole(carol, carol, "moderator")).toMatchObject(lastAdmin);
    expect(await room.ban(carol, carol)).toMatchObject(lastAdmin);
    expect(await remove(carol)).toMatchObject(lastAdmin);
    expect((await room.standing(carol)).status).toBe(200);
  });

  test("is last also where the others are banned, and not where their bans are over", async () => {
    const dora = await room.hire("admin", "Dora");
    const until = new Date(server.clock.now().getTime() + quarterOfAnHour / 3);
    expect(await room.ban(carol, dora, until)).toMatchObject({ status: 200 });
    expect(await room.changeRole(carol, carol, "user")).toMatchObject(lastAdmin);
    expect(await remove(carol)).toMatchObject(lastAdmin);
    server.clock.advance(quarterOfAnHour / 3);
    expect(await room.changeRole(carol, carol, "user")).toMatchObject({ status: 200 });
  });

  test.each([
    ["demote each other", (by: StaffMember, whom: StaffMember) => room.changeRole(by, whom, "user")],
    ["ban each other", (by: StaffMember, whom: StaffMember) => room.ban(by, whom)],
    ["demote themselves", (by: StaffMember) => room.changeRole(by, by, "user")],
    ["leave", (by: StaffMember) => remove(by)],
  ])("is left over where two %s at once", async (_, act) => {
    const dora = await room.hire("admin", "Dora");
    const answers = await Promise.all([act(carol, dora), act(dora, carol)]);
    expect(answers.filter(({ status }) => status === 200 || status === 204)).toHaveLength(1);
    const code = answers.find(({ status }) => status >= 400)?.body.code;
    expect(["last-admin", "token-stale", "session-ended"]).toContain(code);
    const able = await server.database.db
      .selectFrom("user")
      .select("id")
      .where("role", "=", "admin")
      .where("banned", "=", false)
      .execute();
    expect(able).toHaveLength(1);
  });
});

test("an act that was on its way when its actor lost the role does not happen", async () => {
  const dora = await room.hire("admin", "Dora");
  const dave = await room.hire("user", "Dave");
  const [demoted, act] = await Promise.all([
    room.changeRole(carol, dora, "user"),
    room.changeRole(dora, dave, "moderator"),
  ]);
  expect(demoted.status).toBe(200);
  const events = await server.database.db
    .selectFrom("securityEvent")
    .select(["userId", "kind"])
    .where("kind", "=", "role-changed")
    .where("userId", "in", [dora.userId, dave.userId])
    .orderBy("id")
    .execute();
  const order = events.map(({ userId }) => userId);
  if (act.status === 200) expect(order).toEqual([dave.userId, dora.userId]);
  else expect(act).toMatchObject({ status: 401, body: { code: "token-stale" } });
});
