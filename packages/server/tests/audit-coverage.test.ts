// Whatever concerns somebody's safety leaves its event, with who, when and from where, and happens only together
// with it: where the event cannot be written, nothing was changed, and the same request can be made again.
import { decodeJwt } from "jose";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SecurityEventKind } from "../src/audit/audit.ts";
import type { Answer } from "./support/browser.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, tokenOf } from "./support/people.ts";
import { codeOf } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { openStaffRoom, type StaffMember, type StaffRoom } from "./support/staff.ts";

const headers = { "user-agent": "Firefox of the tests" };
const secondPassword = "harbour violin sixteen clouds";

let server: TestServer;
let staff: StaffRoom;
let carol: StaffMember;
beforeAll(async () => {
  server = await startTestServer();
  staff = await openStaffRoom(server);
  carol = await staff.hire("admin", "Carol");
});
afterAll(() => server.close());

type Act = () => Promise<Answer<unknown>>;

const by =
  ({ accessToken }: Pick<StaffMember, "accessToken">) =>
  (method: string, path: string, body?: object): Promise<Answer<unknown>> =>
    server.browser().send(method, path, { accessToken, headers, ...(body && { body }) });

const signUp = async (name: string) => {
  const person = { ...alice, email: `${name}@example.org` };
  await server.browser().post("/auth/register", person);
  return { ...person, token: tokenOf(await server.letter(person.email, "verify-registration")) };
};

/** What each takes before it, and the request itself, which can be made twice only if the first one changed nothing. */
const acts: Partial<Record<SecurityEventKind, (reader: StaffMember) => Promise<Act>>> = {
  "account-verified": async () => {
    const { token } = await signUp("verifies");
    return () =>
      server.browser().post("/auth/verify-email", { token, password: alice.password }, { headers });
  },
  "guest-promoted": async () => {
    const browser = server.browser();
    const guest = await guestWithChats(browser);
    const person = { ...alice, email: "promoted@example.org" };
    await browser.post("/auth/register", person, { accessToken: guest.accessToken });
    const token = tokenOf(await server.letter(person.email, "verify-registration"));
    return () => browser.post("/auth/verify-email", { token }, { headers });
  },
  "guest-merged": async ({ email }) => {
    const { accessToken } = await guestWithChats(server.browser());
    const login = { email, password: alice.password };
    return () => server.browser().post("/auth/login", login, { accessToken, headers });
  },
  "signed-in":
    async ({ email }) =>
    () =>
      server.browser().post("/auth/login", { email, password: alice.password }, { headers }),
  "signed-out": async (reader) => () => by(reader)("POST", "/auth/logout", {}),
  "stepped-up": async (reader) => () => by(reader)("POST", "/auth/step-up", { password: alice.password }),
  "device-signed-out": async (reader) => {
    const { sid } = decodeJwt((await staff.signIn(reader.email)).body.accessToken);
    return () => by(reader)("DELETE", `/me/sessions/${sid}`);
  },
  "other-devices-signed-out": async (reader) => {
    await staff.signIn(reader.email);
    return () => by(reader)("DELETE", "/me/sessions");
  },
  "password-changed": async (reader) => () =>
    by(reader)("POST", "/auth/password/change", {
      currentPassword: alice.password,
      newPassword: secondPassword,
    }),
  "email-change-requested": async (reader) => () =>
    by(reader)("POST", "/me/email", { newEmail: `new-${reader.email}`, password: alice.password }),
  "email-changed": async (reader) => {
    const newEmail = `newer-${reader.email}`;
    await by(reader)("POST", "/me/email", { newEmail, password: alice.password });
    const token = tokenOf(await server.letter(newEmail, "email-change-confirm"));
    return () => by(reader)("POST", "/me/email/confirm", { token });
  },
  "second-factor-on": async (reader) => {
    const begun = (await by(reader)("POST", "/me/second-factor/totp", {})) as Answer<{ secret: string }>;
    return () =>
      by(reader)("POST", "/me/second-factor/totp/confirm", {
        code: codeOf(begun.body.secret, server.clock),
      });
  },
  "data-exported": async (reader) => () => by(reader)("GET", "/me/export"),
  "account-deleted": async (reader) => () => by(reader)("DELETE", "/me"),
  "role-changed":
    async ({ userId }) =>
    () =>
      by(carol)("PUT", `/admin/users/${userId}/role`, { role: "moderator", reason: "Helps." }),
  "account-banned":
    async ({ userId }) =>
    () =>
      by(carol)("PUT", `/admin/users/${userId}/ban`, { reason: "Spam." }),
  "ban-lifted": async (reader) => {
    await staff.ban(carol, reader);
    return () => by(carol)("DELETE", `/admin/users/${reader.userId}/ban`);
  },
  "sessions-ended-by-staff":
    async ({ userId }) =>
    () =>
      by(carol)("DELETE", `/admin/users/${userId}/sessions`),
  "quota-changed":
    async ({ userId }) =>
    () =>
      by(carol)("PUT", `/admin/users/${userId}/quotas`, { messages: 3 }),
};

const eventsOf = (kind: SecurityEventKind) =>
  server.database.db.selectFrom("securityEvent").selectAll().where("kind", "=", kind).orderBy("id").execute();

test.each(Object.keys(acts) as SecurityEventKind[])("%s: the act and its event are one", async (kind) => {
  const { db } = server.database;
  const reader = await staff.hire("user", kind);
  const act = await acts[kind]?.(reader);
  const before = (await eventsOf(kind)).length;
  await sql`alter table security_event add constraint refused check (kind <> ${sql.lit(kind)}) not valid`.execute(
    db,
  );
  expect(await act?.()).toMatchObject({ status: 500 });
  await sql`alter table security_event drop constraint refused`.execute(db);
  expect(await eventsOf(kind)).toHaveLength(before);
  expect((await act?.())?.status).toBeLessThan(300);
  const found = await eventsOf(kind);
  expect(found).toHaveLength(before + 1);
  // Of whoever has left nothing is left but that they have.
  if (kind === "account-deleted") return;
  expect(found.at(-1)).toMatchObject({
    userId: expect.any(String),
    ipAddress: expect.any(String),
    userAgent: headers["user-agent"],
  });
});

test("what an operator does in the terminal is an operator's", async () => {
  const rotated = await server.keys.rotateKeys();
  expect(await server.keys.removeKey(rotated?.kid ?? "")).toBeDefined();
  await server.keys.reencrypt();
  for (const kind of ["signing-key-rotated", "signing-key-removed", "secrets-reencrypted"] as const)
    expect((await eventsOf(kind)).at(-1)).toMatchObject({
      actorKind: "operator",
      userId: null,
      ipAddress: null,
    });
});
