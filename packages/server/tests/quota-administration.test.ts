import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { ask, behindProxy, from, readUsage, waitForNoon } from "./support/asking.ts";
import { alice, bob, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const carol = { ...alice, email: "carol@example.org", name: "Carol" };
const nobody = "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55";

let server: TestServer;
let admin: SessionAnswer;
let reader: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer({ ...behindProxy, QUOTA_GUEST: "1/d", QUOTA_USER: "2/d" });
  waitForNoon(server.clock);
  reader = await registerAndVerify(server, alice, { delivery: "body" });
  admin = await signInAs(carol, "admin");
});
afterAll(() => server.close());

async function signInAs(person: typeof alice, role: "moderator" | "admin"): Promise<SessionAnswer> {
  const { account } = await registerAndVerify(server, person);
  await server.database.db.updateTable("user").set({ role }).where("id", "=", account.id).execute();
  const { email, password } = person;
  const login = await server
    .browser()
    .post<SessionAnswer>("/auth/login", { email, password, delivery: "body" });
  return login.body;
}

async function newGuest(address: string): Promise<SessionAnswer> {
  const { body } = await server
    .browser()
    .post<SessionAnswer>("/auth/guest", { delivery: "body" }, from(address));
  return body;
}

const set = (userId: string, body: object, { accessToken }: Pick<SessionAnswer, "accessToken"> = admin) =>
  server.browser().send<{ code?: string; items?: unknown[] }>("PUT", `/admin/users/${userId}/quotas`, {
    accessToken,
    body,
  });

const statuses = async (times: number, { accessToken }: SessionAnswer, address?: string) => {
  const answered = [];
  for (let turn = 0; turn < times; turn += 1)
    answered.push((await ask(server, accessToken, { address })).status);
  return answered;
};

test("an administrator gives a reader more, then none, then what everybody has", async () => {
  const { id } = reader.account;
  expect(await statuses(3, reader)).toEqual([200, 200, 429]);
  const more = await set(id, { messages: 3 });
  expect(more.status).toBe(200);
  expect(more.body.items).toMatchObject([
    { quota: "messages", used: 2, limit: 3, own: true },
    { quota: "tokens", used: 0, limit: null, own: false },
  ]);
  expect(await statuses(2, reader)).toEqual([200, 429]);
  await set(id, { tokens: 0 });
  expect(await readUsage(server, reader.accessToken)).toMatchObject([
    { quota: "messages", used: 3, limit: 3 },
    { quota: "tokens", used: 0, limit: 0 },
  ]);
  await set(id, { messages: 0, tokens: null });
  expect(await ask(server, reader.accessToken)).toMatchObject({
    status: 429,
    body: { limit: 0, remaining: 0 },
  });
  const { body } = await set(id, { messages: null });
  expect(body.items).toMatchObject([
    { limit: 2, own: false },
    { limit: null, own: false },
  ]);
  const { accessToken } = admin;
  expect((await server.browser().get(`/admin/users/${id}/quotas`, { accessToken })).body).toEqual(body);
});

test("the reader reads in the activity what was changed", async () => {
  const { accessToken } = reader;
  const { body } = await server
    .browser()
    .get<{ items: { kind: string }[] }>("/me/activity?limit=100", { accessToken });
  const changes = body.items.filter(({ kind }) => kind === "quota-changed");
  expect(changes).toHaveLength(4);
  expect(changes[0]).toMatchObject({ actor: "staff", after: { messages: null }, ip: null });
  // Not who of the staff it was.
  expect(JSON.stringify(changes)).not.toContain(admin.account.id);
});

test("a guest's own limit holds instead of that of its address, and the address is not opened by it", async () => {
  const [first, second] = [await newGuest("203.0.113.30"), await newGuest("203.0.113.30")];
  expect(await statuses(1, first, "203.0.113.30")).toEqual([200]);
  expect(await statuses(1, second, "203.0.113.30")).toEqual([429]);
  await set(second.account.id, { messages: 2 });
  expect(await statuses(3, second, "203.0.113.30")).toEqual([200, 200, 429]);
  expect(await statuses(1, await newGuest("203.0.113.30"), "203.0.113.30")).toEqual([429]);
});

test("nobody but administrators sets or reads a reader's quotas, least of all their own", async () => {
  const guest = await newGuest("203.0.113.31");
  const moderator = await signInAs({ ...bob, email: "mia@example.org", name: "Mia" }, "moderator");
  for (const somebody of [guest, reader, moderator]) {
    expect(await set(somebody.account.id, { messages: 1000 }, somebody)).toMatchObject({
      status: 403,
      body: { code: "insufficient-rank" },
    });
    const { accessToken } = somebody;
    const read = await server.browser().get(`/admin/users/${reader.account.id}/quotas`, { accessToken });
    expect(read.status).toBe(403);
  }
  expect((await server.browser().send("PUT", `/admin/users/${nobody}/quotas`, { body: {} })).status).toBe(
    401,
  );
});

test("a reader whom nobody knows, and limits that are none, are refused", async () => {
  expect(await set(nobody, { messages: 1 })).toMatchObject({ status: 404, body: { code: "not-found" } });
  for (const body of [{ messages: -1 }, { messages: 1.5 }, { tokens: 1_000_000_000 }, { letters: 3 }])
    expect(await set(reader.account.id, body)).toMatchObject({
      status: 422,
      body: { code: "validation-failed" },
    });
});
