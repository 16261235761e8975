import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActivityItem } from "../src/audit/activity-schemas.ts";
import type { AuditEvent } from "../src/audit/admin-schemas.ts";
import { createChain } from "../src/audit/chain.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, reason, type StaffMember, type StaffRoom } from "./support/staff.ts";

interface EventPage {
  readonly items: AuditEvent[];
  readonly nextCursor: string | null;
  readonly code?: string;
}

let server: TestServer;
let staff: StaffRoom;
let carol: StaffMember;
let dave: StaffMember;
let alice: StaffMember;
beforeAll(async () => {
  server = await startTestServer();
  staff = await openStaffRoom(server);
  carol = await staff.hire("admin", "Carol");
  dave = await staff.hire("moderator", "Dave");
  alice = await staff.hire("user", "Alice");
  await staff.ban(dave, alice, new Date(server.clock.now().getTime() + 3_600_000));
  await staff.lift(dave, alice);
  await staff.changeRole(carol, alice, "moderator");
});
afterAll(() => server.close());

const list = (query: string, { accessToken } = carol) =>
  server.browser().get<EventPage>(`/admin/audit?limit=100&${query}`, { accessToken });

const kindsOf = ({ body }: { body: EventPage }) => body.items.map(({ kind }) => kind);

test("an administrator reads who did what to whom, from where, why, and what it changed", async () => {
  const { status, body } = await list(`subject=${alice.userId}&kind=role-changed`);
  expect(status).toBe(200);
  expect(body.items).toEqual([
    expect.objectContaining({
      kind: "role-changed",
      actor: { kind: "account", id: carol.userId, name: "Carol" },
      subject: { id: alice.userId, name: "Alice" },
      ip: expect.any(String),
      userAgent: expect.any(String),
      sessionId: expect.any(String),
      reason,
      erased: false,
      chained: expect.any(Boolean),
    }),
  ]);
  expect(body.items[0]?.before).toMatchObject({ role: "user" });
  expect(body.items[0]?.after).toMatchObject({ role: "moderator" });
});

test("events are found by who acted, whom they concern, their kind and their time", async () => {
  const byDave = await list(`actor=${dave.userId}`);
  expect(kindsOf(byDave)).toEqual(["ban-lifted", "account-banned", "signed-in"]);
  expect(kindsOf(await list(`actor=${dave.userId}&subject=${alice.userId}`))).toEqual([
    "ban-lifted",
    "account-banned",
  ]);
  expect(kindsOf(await list("kind=ban-lifted"))).toEqual(["ban-lifted"]);
  const [lifted, banned] = byDave.body.items;
  const between = `from=${banned?.at}&to=${lifted?.at}`;
  const found = await list(`actor=${dave.userId}&${between}`);
  // The moment `from` belongs to what is asked for, `to` does not.
  expect(kindsOf(found)).toEqual(lifted?.at === banned?.at ? [] : ["account-banned"]);
  expect((await list("from=yesterday")).status).toBe(422);
  expect((await list("kind=coffee-made")).status).toBe(422);
});

test("pages follow each other without a gap or a repeat", async () => {
  const all = (await list("")).body.items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor = "";
  for (let turn = 0; turn < all.length; turn++) {
    const query = `/admin/audit?limit=2${cursor}`;
    const { body } = await server.browser().get<EventPage>(query, { accessToken: carol.accessToken });
    paged.push(...body.items.map(({ id }) => id));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(paged).toEqual(all);
  expect((await list("cursor=bm8")).status).toBe(422);
});

test("an event says whether the chain has taken it", async () => {
  await createChain({ database: server.database.db }).append();
  const { body } = await list("");
  expect(body.items.every(({ chained }) => chained)).toBe(true);
});

test("administrators alone read them", async () => {
  const bob = await staff.hire("user", "Bob");
  for (const by of [dave, bob])
    expect(await list(`actor=${by.userId}`, by)).toMatchObject({
      status: 403,
      body: { code: "insufficient-rank" },
    });
});

test("moderators read what they did themselves, and of nobody else", async () => {
  const bob = await staff.hire("user", "Bob");
  const own = (by: StaffMember, query = "") =>
    server.browser().get<EventPage>(`/me/acts?limit=100&${query}`, { accessToken: by.accessToken });
  const acts = await own(dave, "kind=account-banned");
  expect(acts.body.items).toMatchObject([
    { actor: { id: dave.userId }, subject: { id: alice.userId, name: "Alice" }, reason },
  ]);
  const asked = await own(dave, `actor=${carol.userId}`);
  expect(kindsOf(asked)).toEqual(["ban-lifted", "account-banned", "signed-in"]);
  expect(asked.body.items.every(({ actor }) => actor.id === dave.userId)).toBe(true);
  expect(kindsOf(await own(carol))).toEqual(["role-changed", "signed-in"]);
  expect(await own(bob)).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
});

test("readers see what staff did to their account, and not who it was or from where", async () => {
  const { accessToken } = (await staff.signIn(alice.email)).body;
  const { body } = await server.browser().get<{ items: ActivityItem[] }>("/me/activity", { accessToken });
  const byStaff = body.items.filter(({ actor }) => actor === "staff");
  expect(byStaff.map(({ kind }) => kind)).toEqual(["role-changed", "ban-lifted", "account-banned"]);
  for (const item of byStaff) expect(item).toMatchObject({ ip: null, userAgent: null });
  for (const { userId } of [carol, dave]) expect(JSON.stringify(body)).not.toContain(userId);
  expect(body.items.find(({ kind }) => kind === "signed-in")).toMatchObject({
    actor: "self",
    ip: expect.any(String),
    detail: { method: "password" },
  });
});

test("nobody can write into the log or take something out of it", async () => {
  const { accessToken } = carol;
  const [event] = (await list("")).body.items;
  for (const method of ["POST", "PUT", "PATCH", "DELETE"])
    for (const path of ["/admin/audit", `/admin/audit/${event?.id}`]) {
      const { status } = await server.browser().send(method, path, { accessToken });
      expect([404, 405]).toContain(status);
    }
});

test("of somebody who has left, acts on others keep the id", async () => {
  const leaving = await staff.hire("admin", "Dora");
  await staff.changeRole(leaving, alice, "user");
  const { accessToken } = leaving;
  expect((await server.browser().send("DELETE", "/me", { accessToken })).status).toBe(204);
  const [act] = (await list(`actor=${leaving.userId}`)).body.items;
  expect(act).toMatchObject({
    kind: "role-changed",
    actor: { id: leaving.userId, name: null },
    subject: { name: "Alice" },
    ip: null,
    userAgent: null,
    erased: true,
  });
  const [gone] = (await list("kind=account-deleted")).body.items;
  expect(gone).toMatchObject({ subject: null, actor: { kind: "account", id: null, name: null }, ip: null });
});
