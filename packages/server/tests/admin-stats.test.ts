import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { createStatistics } from "../src/admin/statistics.ts";
import type { Statistics } from "../src/admin/statistics-schemas.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { removeUser } from "./support/remove-user.ts";
import { converse } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

const day = 24 * 60 * 60_000;

let server: TestServer;
let staff: StaffRoom;
let carol: StaffMember;
let desk: ReturnType<typeof createStatistics>;
beforeAll(async () => {
  server = await startTestServer();
  // Noon: no day begins in the middle of a test.
  server.clock.advance(day + day / 2 - (server.clock.now().getTime() % day));
  staff = await openStaffRoom(server);
  carol = await staff.hire("admin", "carol");
  desk = createStatistics({ database: server.database.db, clock: server.clock });
});
afterAll(() => server.close());

const today = () => server.clock.now().toISOString().slice(0, 10);

async function read(asked: Record<string, string> = {}) {
  const { accessToken } = (await staff.signIn(carol.email)).body;
  return server
    .browser()
    .get<Statistics & { code?: string }>(`/admin/stats?${new URLSearchParams(asked)}`, { accessToken });
}

/** Somebody is here now, and it has been noted. */
async function visit(email: string): Promise<void> {
  const { accessToken, account } = (await staff.signIn(email)).body;
  await server.browser().get("/me", { accessToken });
  await waitUntil("the visit is noted", 60_000, async () => {
    const { rows } = await sql<{ last: string }>`
      select last_on::text as last from active_day where user_id = ${account.id}::uuid
    `.execute(server.database.db);
    return rows[0]?.last === today() || undefined;
  });
}

test("today counts who came, who was here, who signed in or failed to, and what was asked", async () => {
  const before = (await read()).body.items.at(-1);
  const mine: SessionAnswer = await registerAndVerify(server, alice);
  await guestWithChats(server.browser(), ["Prisms"]);
  await staff.signIn(alice.email, { password: "not the password of hers" });
  await converse(server, mine.accessToken, "How do I light the lamp?", "xyzzy plugh?");
  await visit(alice.email);
  const { status, body } = await read();
  expect(status).toBe(200);
  const now = body.items.at(-1);
  expect(now).toMatchObject({ date: today(), complete: false });
  const more = (name: "signUps" | "guests" | "signIns" | "signInFailures" | "questions" | "unanswered") =>
    (now?.[name] ?? 0) - (before?.[name] ?? 0);
  expect(more("signUps")).toBe(1);
  expect(more("guests")).toBe(1);
  expect(more("signInFailures")).toBe(1);
  expect(more("questions")).toBe(2);
  expect(more("unanswered")).toBe(1);
  expect(more("signIns")).toBeGreaterThanOrEqual(2);
  expect(now?.activeDay).toBeGreaterThanOrEqual(1);
  expect(body.waiting).toEqual({ openReports: 0, queuedLetters: expect.any(Number), failedLetters: 0 });
  expect(JSON.stringify(body)).not.toMatch(/lamp|xyzzy|alice/);
});

test("who was here counts for 1, 7 and 30 days, and a day that is over keeps its numbers", async () => {
  const erin = await staff.hire("user", "erin");
  server.clock.advance(40 * day);
  await visit(erin.email);
  await visit(carol.email);
  const first = today();
  server.clock.advance(day);
  // Here again before yesterday was counted: she was here yesterday all the same.
  await visit(erin.email);
  await desk.countYesterday();
  await desk.countYesterday();
  const { body } = await read({ from: first });
  expect(body.items).toMatchObject([
    { date: first, complete: true, activeDay: 2, activeWeek: 2, activeMonth: 2 },
    { date: today(), complete: false, activeMonth: 2 },
  ]);
  const [kept] = body.items;
  await removeUser(server.database.db, erin.userId);
  server.clock.advance(7 * day);
  const later = await read({ from: first });
  expect(later.body.items[0]).toEqual(kept);
  expect(later.body.items.at(-1)).toMatchObject({ date: today() });
  expect(later.body.items).toHaveLength(2);
});

test("a guest that becomes an account is a sign-up of that day, and its own day keeps its guest", async () => {
  const browser = server.browser();
  const guest = await guestWithChats(browser, ["Fog"]);
  server.clock.advance(day);
  await desk.countYesterday();
  const { body: guestNow } = await browser.post<SessionAnswer>("/auth/refresh", {});
  const person = { ...alice, email: "promoted@example.org" };
  const promoted = await registerAndVerify(server, person, { browser, accessToken: guestNow.accessToken });
  expect(promoted.account.id).toBe(guest.account.id);
  const [yesterday, now] = (await read()).body.items.slice(-2);
  expect(yesterday).toMatchObject({ guests: 1, signUps: 0 });
  expect(now).toMatchObject({ guests: 0, signUps: 1 });
});

test.each([
  ["a day that does not exist", { from: "2026-02-30" }],
  ["a moment", { from: "2026-02-03T00:00:00Z" }],
  ["more than a year", { from: "2020-01-01" }],
  ["an end before its beginning", { from: "2026-02-03", to: "2026-02-02" }],
])("statistics of %s are refused", async (_, asked) => {
  expect(await read(asked)).toMatchObject({ status: 422, body: { code: "validation-failed" } });
});
