import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { findInDatabase } from "./support/database-state.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
import { invitationOf, inviteAsOperator, type RestartedServer, startRestartable } from "./support/sign-up.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

const minute = 60_000;

let book: RestartedServer;
let staff: StaffRoom;
let carol: StaffMember;
let dave: StaffMember;
beforeAll(async () => {
  book = await startRestartable({});
  staff = await openStaffRoom(book.server);
  carol = await staff.hire("admin", "Carol");
  dave = await staff.hire("moderator", "Dave");
  await book.restart({ SIGN_UP: "invitation" });
});
afterAll(() => book.close());

const browser = () => book.server.browser();
const person = (name: string) => ({ ...alice, email: `${name}@example.org` });
type Answer = { id: string; url: string; code?: string; errors?: { field: string }[] };
const invite = (body: object = {}, by: Pick<StaffMember, "accessToken"> = carol) =>
  browser().post<Answer>("/admin/invitations", body, { accessToken: by.accessToken });
const withdraw = (id: string, by = carol) =>
  browser().send("DELETE", `/admin/invitations/${id}`, { accessToken: by.accessToken });
const list = async (query = "") =>
  (
    await browser().get<{ items: { id: string }[]; nextCursor: string | null }>(
      `/admin/invitations${query}`,
      { accessToken: carol.accessToken },
    )
  ).body;
const register = (name: string, invitation: string) =>
  browser().post<{ code?: string }>("/auth/register", { ...person(name), invitation });
/** Registers and proves the address. */
async function join(name: string, invitation: string): Promise<SessionAnswer> {
  return registerAndVerify(book.server, { ...person(name), ...{ invitation } }, { delivery: "body" });
}

describe("an invitation for an address", () => {
  test("is mailed there, makes its account once, and is listed as accepted", async () => {
    const { status, headers, body } = await invite({ email: "Erna@Example.org", language: "de" });
    expect(status).toBe(201);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body.url).toMatch(/\/register#invitation=[\w-]{43}&email=erna%40example\.org$/);
    const letter = await book.server.letter("erna@example.org", "invitation");
    expect(letter.links).toEqual([body.url]);
    expect(letter.subject).toContain("eingeladen");
    const invitation = invitationOf(body.url);
    expect(await findInDatabase(book.server.database.db, invitation)).toEqual([]);
    expect((await list()).items[0]).toMatchObject({
      id: body.id,
      email: "erna@example.org",
      role: "user",
      acceptedAt: null,
      invitedBy: carol.userId,
    });

    expect((await register("somebody-else", invitation)).body.code).toBe("invitation-invalid");
    const session = await join("erna", invitation);
    expect(session.account).toMatchObject({ email: "erna@example.org", role: "user" });
    expect((await list()).items[0]).toMatchObject({
      email: "erna@example.org",
      acceptedAt: expect.stringMatching(/Z$/),
    });
    expect((await register("erna", invitation)).body.code).toBe("invitation-invalid");
    const activity = await browser().get("/me/activity", { accessToken: session.accessToken });
    expect(JSON.stringify(activity.body)).toContain('"invitation-accepted"');
  });

  test("is refused where it has an account", async () => {
    expect(await invite({ email: carol.email })).toMatchObject({
      status: 409,
      body: { code: "email-taken" },
    });
  });
});

test("invitations that are unknown, over or withdrawn are refused with the same bytes", async () => {
  const withdrawn = (await invite()).body;
  expect((await withdraw(withdrawn.id)).status).toBe(204);
  expect((await withdraw(withdrawn.id)).status).toBe(404);
  const soon = new Date(book.server.clock.now().getTime() + minute).toISOString();
  const over = (await invite({ expiresAt: soon })).body;
  book.server.clock.advance(2 * minute);
  const answers = [];
  for (const invitation of ["unknown", invitationOf(withdrawn.url), invitationOf(over.url)]) {
    const { status, body } = await register("refused", invitation);
    answers.push({ status, ...body, requestId: "" });
  }
  expect(answers[0]).toMatchObject({ status: 400, code: "invitation-invalid" });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test("an invitation that is taken back ends a registration that has begun with it", async () => {
  const { id, url } = (await invite()).body;
  const proof = { ...person("begun"), invitation: invitationOf(url), delivery: "body" };
  const { body } = await browser().post<{ registrationProof: string }>("/auth/register", proof);
  const token = tokenOf(await book.server.letter("begun@example.org", "verify-registration"));
  await withdraw(id);
  const verified = await browser().post("/auth/verify-email", { ...body, status: undefined, token });
  expect(verified).toMatchObject({ status: 403, body: { code: "invitation-needed" } });
});

test("whoever opens the letter elsewhere is let in with another password, too", async () => {
  const { url } = (await invite()).body;
  await register("elsewhere", invitationOf(url));
  const token = tokenOf(await book.server.letter("elsewhere@example.org", "verify-registration"));
  const newPassword = "copper meadow whistle four";
  expect((await browser().post("/auth/verify-email", { token, newPassword })).status).toBe(200);
});

test("a client of Better Auth brings an invitation along", async () => {
  const { invitation } = await inviteAsOperator(book.server);
  const signUp = (more: object) =>
    browser().post("/api/auth/sign-up/email", { ...person("native"), ...more });
  expect((await signUp({})).body).toMatchObject({ code: "invitation-needed" });
  expect((await signUp({ invitation })).status).toBe(200);
});

describe("an invitation with a role", () => {
  test("makes an account of it", async () => {
    const { url } = (await invite({ role: "moderator" })).body;
    const session = await join("frida", invitationOf(url));
    expect(session.account.role).toBe("moderator");
    const { accessToken } = session;
    expect((await browser().get("/admin/reports", { accessToken })).status).toBe(200);
  });

  test("wants a fresh proof of who invites; one for a reader does not", async () => {
    const later = await staff.hire("admin", "Later");
    book.server.clock.advance(11 * minute);
    expect(await invite({ role: "admin" }, later)).toMatchObject({
      status: 403,
      body: { code: "step-up-required" },
    });
    expect((await invite({}, later)).status).toBe(201);
    carol.accessToken = (await staff.signIn(carol.email)).body.accessToken;
    dave.accessToken = (await staff.signIn(dave.email)).body.accessToken;
  });

  test("is made by nobody who could not give it", async () => {
    for (const role of ["user", "moderator"])
      expect(await invite({ role }, dave)).toMatchObject({
        status: 403,
        body: { code: "insufficient-rank" },
      });
    const { id } = (await invite()).body;
    expect((await withdraw(id, dave)).status).toBe(403);
  });

  test.each([
    ["demoted", (somebody: StaffMember) => staff.changeRole(carol, somebody, "user")],
    ["banned", (somebody: StaffMember) => staff.ban(carol, somebody)],
  ] as const)("counts no more when whoever made it is %s", async (name, act) => {
    const rogue = await staff.hire("admin", "Rogue");
    const links = [(await invite({ role: "admin" }, rogue)).body, (await invite({}, rogue)).body];
    expect((await act(rogue)).status).toBe(200);
    for (const { url } of links)
      expect((await register(`sock-${name}`, invitationOf(url))).body.code).toBe("invitation-invalid");
  });
});

test.each([
  ["expiresAt", { expiresAt: "2020-01-01T00:00:00.000Z" }],
  ["expiresAt", { expiresAt: "2999-01-01T00:00:00.000Z" }],
  ["role", { role: "emperor" }],
  ["role", { role: "guest" }],
  ["email", { email: "nobody" }],
  ["emails", { emails: [] }],
])("the field %s of an invitation is checked: %j", async (field, body) => {
  expect(await invite(body)).toMatchObject({ status: 422, body: { errors: [{ field }] } });
});

test("the list goes on from page to page, newest first", async () => {
  for (let count = 0; count < 3; count++) await invite();
  const all = (await list("?limit=100")).items.map(({ id }) => id);
  expect(all).toEqual(all.toSorted().reverse());
  const first = await list("?limit=2");
  const second = await list(`?limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all.slice(0, 4));
});

test("an invitation goes with the account that accepted it, and is in its copy until then", async () => {
  const session = await join(
    "leaves",
    invitationOf((await invite({ email: "leaves@example.org" })).body.url),
  );
  const { accessToken } = session;
  const copy = await browser().get("/me/export", { accessToken });
  expect(copy.body.invitations).toMatchObject([{ direction: "received", email: null, role: "user" }]);
  expect((await browser().send("DELETE", "/me", { accessToken })).status).toBe(204);
  const { db } = book.server.database;
  expect(await findInDatabase(db, session.account.id)).toEqual([]);
  expect(await findInDatabase(db, "leaves@example.org")).toEqual(["letter.recipient"]);
});
