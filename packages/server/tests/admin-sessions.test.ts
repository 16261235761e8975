import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceSession } from "../src/sessions/device-schemas.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

let server: TestServer;
let staff: StaffRoom;
let carol: StaffMember;
beforeAll(async () => {
  server = await startTestServer({ ROLES: "support:moderator+users.sessions" });
  staff = await openStaffRoom(server);
  carol = await staff.hire("admin", "carol");
});
afterAll(() => server.close());

interface Sessions {
  readonly items: DeviceSession[];
  readonly nextCursor: string | null;
}

const sessionsOf = ({ userId }: StaffMember, by = carol) =>
  server
    .browser()
    .get<Sessions & { code?: string }>(`/admin/users/${userId}/sessions`, { accessToken: by.accessToken });

test("an administrator sees where somebody is signed in", async () => {
  const alice = await staff.hire("user", "alice");
  await staff.signIn(alice.email);
  const { body } = await sessionsOf(alice);
  expect(body.items).toHaveLength(2);
  for (const session of body.items) {
    expect(session).toMatchObject({ current: false, ip: expect.any(String) });
    expect(session).not.toHaveProperty("token");
  }
});

test("one session ends at once, and the others go on", async () => {
  const alice = await staff.hire("user", "alice");
  const second = (await staff.signIn(alice.email)).body;
  const [newest] = (await sessionsOf(alice)).body.items;
  const ended = await staff.send(carol, "DELETE", alice, `sessions/${newest?.id}`);
  expect(ended.status).toBe(204);
  expect(await staff.standing(second)).toMatchObject({ status: 401, body: { code: "session-ended" } });
  expect((await staff.refresh(second)).status).toBe(401);
  expect((await staff.standing(alice)).status).toBe(200);
});

test("all of somebody's sessions end at once, and it is recorded who did it", async () => {
  const alice = await staff.hire("user", "alice");
  const second = (await staff.signIn(alice.email)).body;
  expect((await staff.send(carol, "DELETE", alice, "sessions")).status).toBe(204);
  for (const { accessToken } of [alice, second])
    expect(await staff.standing({ accessToken })).toMatchObject({ body: { code: "session-ended" } });
  expect((await staff.events(alice))[0]).toMatchObject({
    kind: "sessions-ended-by-staff",
    actorKind: "account",
    actorId: carol.userId,
  });
  expect((await staff.signIn(alice.email)).status).toBe(200);
});

test("where nobody is signed in nothing ends and nothing is recorded", async () => {
  const alice = await staff.hire("user", "alice");
  await staff.send(carol, "DELETE", alice, "sessions");
  const before = await staff.events(alice);
  expect((await staff.send(carol, "DELETE", alice, "sessions")).status).toBe(204);
  expect(await staff.events(alice)).toEqual(before);
});

test("somebody else's session is not ended through an account that it does not belong to", async () => {
  const [alice, bob] = [await staff.hire("user", "alice"), await staff.hire("user", "bob")];
  const [session] = (await sessionsOf(bob)).body.items;
  expect(await staff.send(carol, "DELETE", alice, `sessions/${session?.id}`)).toMatchObject({
    status: 404,
    body: { code: "not-found" },
  });
  expect((await staff.standing(bob)).status).toBe(200);
});

test("administrators end each other's sessions; a moderator ends nobody's and sees nobody's", async () => {
  const erin = await staff.hire("admin", "erin");
  const dave = await staff.hire("moderator", "dave");
  const alice = await staff.hire("user", "alice");
  for (const whom of [erin, alice, dave]) {
    expect(await sessionsOf(whom, dave)).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
    expect(await staff.send(dave, "DELETE", whom, "sessions")).toMatchObject({
      status: 403,
      body: { code: "insufficient-rank" },
    });
    expect((await staff.standing(whom)).status).toBe(200);
  }
  expect((await staff.send(carol, "DELETE", erin, "sessions")).status).toBe(204);
  expect(await staff.standing(erin)).toMatchObject({ body: { code: "session-ended" } });
});

test("a role of one's own that may end sessions ends none of an administrator, and sees none of them", async () => {
  const [erin, sam, alice] = [
    await staff.hire("admin", "erin"),
    await staff.hire("support", "sam"),
    await staff.hire("user", "alice"),
  ];
  expect((await sessionsOf(alice, sam)).status).toBe(200);
  expect(await sessionsOf(erin, sam)).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
  expect((await staff.send(sam, "DELETE", erin, "sessions")).status).toBe(403);
  expect((await staff.standing(erin)).status).toBe(200);
  expect((await staff.send(sam, "DELETE", alice, "sessions")).status).toBe(204);
});
