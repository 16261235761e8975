import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { switchedOff } from "../src/better-auth/native/endpoints.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

const dayMs = 24 * 60 * 60_000;
// A moderator who may change roles, and a reader who may ban and read the audit.
const ROLES =
  "editor:moderator+users.change-role,warden:user+users.ban+audit.read,clerk:moderator+quotas.set+users.sessions";
const roles = ["user", "warden", "moderator", "editor", "admin"] as const;
type RoleName = (typeof roles)[number];

let server: TestServer;
let room: StaffRoom;
let people: Record<RoleName, StaffMember>;
let others: Record<RoleName, StaffMember>;
beforeAll(async () => {
  server = await startTestServer({ ROLES });
  room = await openStaffRoom(server);
  const hireAll = async () => {
    const hired = await Promise.all(roles.map(async (role) => [role, await room.hire(role)] as const));
    return Object.fromEntries(hired) as Record<RoleName, StaffMember>;
  };
  [people, others] = [await hireAll(), await hireAll()];
});
afterAll(() => server.close());
// A refused act leaves everybody as they are; what was done is undone.
beforeEach(async () => {
  for (const role of roles) await room.setRole(others[role], role);
  await server.database.db.updateTable("user").set({ banned: false, banExpires: null }).execute();
});

const outcome = ({ status, body }: { status: number; body: { code?: string } }) =>
  status === 200 ? "done" : (body.code ?? status);
const inADay = () => new Date(server.clock.now().getTime() + dayMs);

/** Whom each role may ban for a day: nobody as high as itself, but administrators administrators. */
const mayBan: Record<RoleName, readonly RoleName[]> = {
  user: [],
  warden: [],
  moderator: ["user", "warden"],
  editor: ["user", "warden"],
  admin: ["user", "warden", "moderator", "editor", "admin"],
};

describe.each(roles)("whoever has the role %s", (role) => {
  test.each(roles)("bans somebody with the role %s only from above", async (target) => {
    const banned = await room.ban(people[role], others[target], inADay());
    const allowed = mayBan[role].includes(target);
    expect(outcome(banned)).toBe(allowed ? "done" : "insufficient-rank");
    const row = await server.database.db
      .selectFrom("user")
      .select("banned")
      .where("id", "=", others[target].userId)
      .executeTakeFirstOrThrow();
    expect(row.banned).toBe(allowed);
  });
});

/** What each may make of a reader. A role as high as one's own, or one that may do more, is not theirs to give. */
const mayGive: Record<RoleName, readonly RoleName[]> = {
  user: [],
  warden: [],
  moderator: [],
  editor: ["user"],
  admin: roles,
};

describe.each(roles)("whoever has the role %s", (role) => {
  test.each(roles)("gives the role %s only where it is below", async (given) => {
    const allowed = mayGive[role].includes(given);
    expect(outcome(await room.changeRole(people[role], others.user, given))).toBe(
      allowed ? "done" : "insufficient-rank",
    );
    expect(await room.roleOf(others.user)).toBe(allowed ? given : "user");
  });
});

describe("nobody climbs by themselves", () => {
  test.each(["moderator", "editor"] as const)("not %s, to any other role", async (role) => {
    for (const wanted of roles) {
      expect(outcome(await room.changeRole(people[role], people[role], wanted))).toBe("insufficient-rank");
    }
    expect(await room.roleOf(people[role])).toBe(role);
  });

  test("not through somebody who would have what they lack", async () => {
    // The editor stands above the warden, and may not read the audit.
    expect(outcome(await room.changeRole(people.editor, others.user, "warden"))).toBe("insufficient-rank");
    expect(outcome(await room.changeRole(people.editor, others.warden, "user"))).toBe("done");
  });

  test("not upwards: a moderator neither demotes nor bans nor unbans an administrator", async () => {
    expect(outcome(await room.changeRole(people.editor, others.admin, "user"))).toBe("insufficient-rank");
    expect(outcome(await room.ban(people.moderator, others.admin, inADay()))).toBe("insufficient-rank");
    expect(outcome(await room.ban(people.admin, others.admin, inADay()))).toBe("done");
    expect(outcome(await room.lift(people.moderator, others.admin))).toBe("insufficient-rank");
  });
});

test("whoever may set quotas or end sessions does so below their own rank, and not for themselves", async () => {
  const clerk = await room.hire("clerk");
  for (const target of [clerk, others.moderator, others.admin]) {
    expect(outcome(await room.send(clerk, "PUT", target, "quotas", { messages: 5 }))).toBe(
      "insufficient-rank",
    );
    expect(outcome(await room.send(clerk, "DELETE", target, "sessions"))).toBe("insufficient-rank");
  }
  expect(outcome(await room.send(clerk, "PUT", others.warden, "quotas", { messages: 5 }))).toBe("done");
  expect((await room.send(clerk, "DELETE", others.warden, "sessions")).status).toBe(204);
});

test("who may set quotas is looked up when it happens: a role that is gone by then sets none", async () => {
  const clerk = await room.hire("clerk");
  // The token still says what the row no longer does.
  await room.setRole(clerk, "user");
  expect(outcome(await room.send(clerk, "PUT", others.warden, "quotas", { messages: 5 }))).toBe(
    "token-stale",
  );
});

describe("a name that is no role of this server", () => {
  test.each([
    [["moderator", "admin"]],
    ["moderator,admin"],
    ["Admin"],
    ["Admin "],
    [" admin"],
    ["admin\u200b"],
    ["superuser"],
    ["guest"],
    [""],
    [null],
    [{ role: "admin" }],
    [true],
  ])("is refused: %j", async (role) => {
    const answer = await room.changeRole(people.admin, others.user, role);
    expect(answer).toMatchObject({ status: 422, body: { code: "validation-failed" } });
    expect(answer.body.errors?.map(({ field }) => field)).toEqual(["role"]);
    expect(await room.roleOf(others.user)).toBe("user");
  });
});

test("nobody signs in as somebody else, or acts past the ranks: Better Auth's own routes are off, for administrators too", async () => {
  const endpoints = Object.keys(switchedOff).filter((endpoint) => endpoint.includes("/admin/"));
  expect(endpoints).toContain("POST /admin/impersonate-user");
  for (const endpoint of endpoints) {
    const [method = "", path = ""] = endpoint.split(" ");
    const answer = await server.browser().send(method, `/api/auth${path}`, {
      accessToken: people.admin.accessToken,
      ...(method === "POST" && { body: { userId: others.user.userId, role: "admin" } }),
    });
    expect(answer, endpoint).toMatchObject({ status: 404, body: { code: "not-found" } });
  }
  expect(await room.roleOf(others.user)).toBe("user");
});

test("a moderator is refused by every route of administrators, and a reader by every route of staff", async () => {
  const { body } = await server
    .browser()
    .get<{ paths: Record<string, Record<string, object>> }>("/openapi.json");
  const forModerators = [
    /^\/admin\/reports/,
    /^\/admin\/users$/,
    /^\/admin\/users\/\{id\}$/,
    /^\/admin\/users\/\{id\}\/ban$/,
  ];
  const asked: string[] = [];
  for (const [path, methods] of Object.entries(body.paths)) {
    const short = path.replace(/^\/api\/v1/, "");
    // Its key makes an administrator of whoever has it.
    if (!short.startsWith("/admin/") || short === "/admin/claim") continue;
    for (const method of Object.keys(methods)) {
      const address = short.replace("{id}", others.user.userId);
      const ask = (by: StaffMember) =>
        server.browser().send<{ code?: string }>(method.toUpperCase(), address, {
          accessToken: by.accessToken,
          ...(method !== "get" && method !== "delete" && { body: { reason: "x", role: "admin" } }),
        });
      asked.push(`${method} ${short}`);
      expect(outcome(await ask(people.user)), `${method} ${short}`).toBe("insufficient-rank");
      const moderator = outcome(await ask(people.moderator));
      if (forModerators.some((pattern) => pattern.test(short))) continue;
      expect(moderator, `${method} ${short}`).toBe("insufficient-rank");
    }
  }
  expect(asked).toEqual(
    expect.arrayContaining(["put /admin/users/{id}/role", "put /admin/users/{id}/quotas"]),
  );
  expect(await room.roleOf(others.user)).toBe("user");
});
