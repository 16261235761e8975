import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ EMAIL_VERIFICATION: "off" });
});
afterAll(() => server.close());

test("registering signs in at once, with an address that nobody has proven", async () => {
  const browser = server.browser();
  const { status, body } = await browser.post<SessionAnswer>("/auth/register", alice);
  expect(status).toBe(201);
  expect(body.account).toMatchObject({
    email: alice.email,
    emailVerified: false,
    role: "user",
    guest: false,
  });
  expect((await browser.post<SessionAnswer>("/auth/refresh")).body.account.id).toBe(body.account.id);
  const login = await server.browser().post("/auth/login", { email: alice.email, password: alice.password });
  expect(login.status).toBe(200);
  const { accessToken } = body;
  const activity = await browser.get<{ items: { kind: string }[] }>("/me/activity", { accessToken });
  expect(activity.body.items.map(({ kind }) => kind)).toEqual([
    "signed-in",
    "signed-in",
    "account-registered",
  ]);
});

test("an address is given once, also to two who ask at the same moment", async () => {
  const twin = { ...bob, email: "twin@example.org" };
  const answers = await Promise.all(
    Array.from({ length: 3 }, () => server.browser().post("/auth/register", twin)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "email-taken" });
});

test("a guest becomes the account and keeps its chats", async () => {
  const browser = server.browser();
  const { body: guest } = await browser.post<SessionAnswer>("/auth/guest");
  await browser.post("/conversations", { title: "Kept" }, { accessToken: guest.accessToken });
  const registration = { ...alice, email: "promoted@example.org" };
  const { body } = await browser.post<SessionAnswer>("/auth/register", registration, {
    accessToken: guest.accessToken,
  });
  expect(body.account).toMatchObject({ id: guest.account.id, guest: false });
  const { body: list } = await browser.get("/conversations", { accessToken: body.accessToken });
  expect(list).toMatchObject({ items: [{ title: "Kept" }] });
  expect((await browser.get("/me", { accessToken: guest.accessToken })).body).toMatchObject({
    code: "session-ended",
  });
});

test("the address can be proven later, by letter and password, which ends what was signed in before", async () => {
  const dora = { ...alice, email: "dora@example.org" };
  const browser = server.browser();
  const { body: before } = await browser.post<SessionAnswer>("/auth/register", dora);
  await browser.post("/auth/verify-email/resend", { email: dora.email });
  const token = tokenOf(await server.letter(dora.email, "verify-user"));
  const elsewhere = server.browser();
  expect((await elsewhere.post("/auth/verify-email", { token })).body).toMatchObject({
    code: "password-needed",
  });
  expect((await elsewhere.post("/auth/verify-email", { token, password: bob.password })).status).toBe(401);
  const { status, body } = await elsewhere.post<{ session: SessionAnswer }>("/auth/verify-email", {
    token,
    password: dora.password,
  });
  expect(status).toBe(200);
  expect(body.session.account).toMatchObject({ id: before.account.id, emailVerified: true });
  expect((await browser.get("/me", { accessToken: before.accessToken })).body).toMatchObject({
    code: "session-ended",
  });
  expect((await elsewhere.post("/auth/verify-email", { token, password: dora.password })).body).toMatchObject(
    { code: "token-invalid" },
  );
});

test("a stranger's account is taken over by the mailbox's owner with a new password", async () => {
  const email = "owner@example.org";
  await server
    .browser()
    .post("/auth/register", { email, name: "Mallory", password: "the stranger's password" });
  await server.browser().post("/auth/verify-email/resend", { email });
  const token = tokenOf(await server.letter(email, "verify-user"));
  expect(
    (await server.browser().post("/auth/verify-email", { token, newPassword: alice.password })).status,
  ).toBe(200);
  expect(
    (await server.browser().post("/auth/login", { email, password: "the stranger's password" })).status,
  ).toBe(401);
  expect((await server.browser().post("/auth/login", { email, password: alice.password })).status).toBe(200);
  const { rows } = await sql<{ epoch: number }>`select epoch from "user" where email = ${email}`.execute(
    server.database.db,
  );
  expect(rows).toEqual([{ epoch: 1 }]);
});
