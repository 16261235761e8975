import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import type { AdminUserDetail } from "../src/admin/detail-schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { addPeople, findAllPeople, findPeople } from "./support/directory.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { converse, signInAs } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const day = 24 * 60 * 60_000;

let server: TestServer;
let carol: SessionAnswer;
let dave: SessionAnswer;
let mine: SessionAnswer;
let guest: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
  carol = await signInAs(server, "admin", "carol");
  dave = await signInAs(server, "moderator", "dave");
  guest = await guestWithChats(server.browser());
});
afterAll(() => server.close());

const read = (id: string, { accessToken }: SessionAnswer) =>
  server.browser().get<AdminUserDetail & { code?: string }>(`/admin/users/${id}`, { accessToken });

test("an administrator reads who somebody is, how they sign in, and how many chats there are", async () => {
  await converse(server, mine.accessToken, "How do I light the lamp?");
  const { status, body } = await read(mine.account.id, carol);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    email: "alice@example.org",
    name: "Alice",
    role: "user",
    status: "active",
    guest: false,
    emailVerified: true,
    twoFactor: false,
    ban: null,
    conversations: 1,
    sessions: 1,
    methods: { password: true, passkeys: 0, providers: [] },
    quotas: [{ quota: "messages", used: 1 }, { quota: "tokens" }],
  });
  expect(JSON.stringify(body)).not.toMatch(/lamp|hash|\$2[aby]\$/i);
});

test("a moderator reads the same with a masked address, without how they sign in and what they may ask", async () => {
  const { body } = await read(mine.account.id, dave);
  expect(body).toMatchObject({ email: "a•••@e•••.org", name: "Alice", conversations: 1 });
  expect(body).toMatchObject({ methods: null, quotas: null });
  expect(JSON.stringify(body)).not.toContain("alice@");
});

test("an address that somebody wrote in place of a name is masked, too", async () => {
  const [id = ""] = await addPeople(server, [{ email: "eve@example.org", name: "eve@example.org" }]);
  expect((await read(id, dave)).body.name).toBe("e•••@e•••.org");
  expect((await read(id, carol)).body.name).toBe("eve@example.org");
});

test("a guest has no address, and is listed only where guests are asked for", async () => {
  expect((await read(guest.account.id, carol)).body).toMatchObject({
    email: null,
    role: "guest",
    guest: true,
    status: "active",
  });
  const everybody = await findAllPeople(server, carol.accessToken, {});
  expect(everybody.map(({ id }) => id)).not.toContain(guest.account.id);
  const guests = await findAllPeople(server, carol.accessToken, { role: "guest" });
  expect(guests.map(({ id }) => id)).toEqual([guest.account.id]);
});

test("nobody is found under an id that nobody has, and an id that is none is no address", async () => {
  for (const id of ["01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55", "me"]) {
    expect(await read(id, carol)).toMatchObject({ status: 404, body: { code: "not-found" } });
  }
});

test("somebody was last seen when their device was, and to the day when that is gone", async () => {
  const { db } = server.database;
  const userId = mine.account.id;
  server.clock.advance(2 * day);
  await server.browser().get("/me", { accessToken: (await again("alice")).accessToken });
  const today = server.clock.now().toISOString().slice(0, 10);
  await waitUntil("the day is noted", 60_000, async () => {
    const { rows } = await sql<{ last: string }>`
      select last_on::text as last from active_day where user_id = ${userId}::uuid
    `.execute(db);
    return rows[0]?.last === today || undefined;
  });
  const seen = (await read(userId, await again("carol"))).body.lastSeenAt ?? "";
  expect(server.clock.now().getTime() - Date.parse(seen)).toBeLessThan(day / 24);
  await db.deleteFrom("session").where("userId", "=", userId).execute();
  expect((await read(userId, await again("carol"))).body.lastSeenAt).toBe(`${today}T00:00:00.000Z`);
});

async function again(name: string): Promise<SessionAnswer> {
  const { body } = await server.browser().post<SessionAnswer>("/auth/login", {
    email: `${name}@example.org`,
    password: alice.password,
    delivery: "body",
  });
  return body;
}

test("pages of people are newest first, whole and without repetition, also where many came at once", async () => {
  const at = new Date(server.clock.now().getTime() + day);
  const added = await addPeople(
    server,
    Array.from({ length: 7 }, (_, place) => ({ email: `page${place}@example.org`, createdAt: at })),
  );
  const admin = await again("carol");
  const listed = await findAllPeople(server, admin.accessToken, { limit: "3" });
  const ids = listed.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.slice(0, 7)).toEqual(added.toReversed());
  const times = listed.map(({ createdAt }) => createdAt);
  expect(times).toEqual(times.toSorted().reverse());
});

test("a page stays whole when somebody comes and somebody leaves meanwhile", async () => {
  const admin = await again("carol");
  const first = await findPeople(server, admin.accessToken, { limit: "2" });
  const [newest, second] = first.body.items;
  await addPeople(server, [
    { email: "late@example.org", createdAt: new Date(server.clock.now().getTime() + 2 * day) },
  ]);
  await server.database.db
    .deleteFrom("user")
    .where("id", "=", second?.id ?? "")
    .execute();
  const next = await findPeople(server, admin.accessToken, {
    limit: "2",
    cursor: first.body.nextCursor ?? "",
  });
  expect(next.body.items).toHaveLength(2);
  expect(next.body.items.map(({ id }) => id)).not.toContain(newest?.id);
  expect(next.body.items.map(({ email }) => email)).toEqual(["page4@example.org", "page3@example.org"]);
});

test("people can be listed by role and by status; a ban whose end has passed is none", async () => {
  const admin = await again("carol");
  const now = server.clock.now().getTime();
  await addPeople(server, [
    { email: "ban1@example.org", banned: true },
    { email: "ban2@example.org", banned: true, banExpires: new Date(now + day), emailVerified: false },
    { email: "was@example.org", banned: true, banExpires: new Date(now - day) },
    { email: "unproven@example.org", emailVerified: false },
  ]);
  const emails = async (asked: Record<string, string>) =>
    (await findAllPeople(server, admin.accessToken, asked)).map(({ email }) => email);
  expect(await emails({ status: "banned" })).toEqual(["ban2@example.org", "ban1@example.org"]);
  expect(await emails({ status: "unverified" })).toEqual(["unproven@example.org"]);
  const active = await emails({ status: "active" });
  expect(active).toEqual(expect.arrayContaining(["was@example.org", "alice@example.org"]));
  expect(active).not.toEqual(expect.arrayContaining(["ban1@example.org"]));
  expect(active).not.toEqual(expect.arrayContaining(["unproven@example.org"]));
  expect(await emails({ role: "moderator" })).toEqual(["dave@example.org"]);
  expect(await emails({ role: "admin", status: "active" })).toEqual(["carol@example.org"]);
  expect(await emails({ role: "moderator", status: "banned" })).toEqual([]);
});
