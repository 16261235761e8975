import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, person, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
let mine: SessionAnswer;
beforeAll(async () => {
  server = await startTestServer();
  mine = await registerAndVerify(server, alice);
});
afterAll(() => server.close());

async function newKey(): Promise<string> {
  const { url } = await server.operations.makeClaimLink();
  expect(url).toMatch(new RegExp(`^${server.url}/console/claim#k=[\\w-]{32}$`));
  return new URLSearchParams(new URL(url).hash.slice(1)).get("k") ?? "";
}
const claim = (key: string, session: { accessToken?: string }) =>
  server.browser().post<SessionAnswer>("/admin/claim", { key }, session);
const signIn = async ({ email, password }: typeof alice) =>
  (await server.browser().post<SessionAnswer>("/auth/login", { email, password })).body;
const roleOf = async (id: string) =>
  (await server.database.db.selectFrom("user").select("role").where("id", "=", id).executeTakeFirst())?.role;

test("who registers first is a reader, and nobody administers until somebody has claimed the server", async () => {
  expect(mine.account.role).toBe("user");
  expect(await server.operations.countAdministrators()).toEqual({
    administrators: 0,
    withoutSecondFactor: 0,
  });
});

test("a claim link is of no use to a guest, to nobody, or long after the last proof, and stays good", async () => {
  const key = await newKey();
  const guest = await server.browser().post<SessionAnswer>("/auth/guest", {});
  expect(await claim(key, guest.body)).toMatchObject({ status: 403, body: { code: "insufficient-rank" } });
  expect((await claim(key, {})).status).toBe(401);
  const carol = await registerAndVerify(server, person("Carol"));
  expect(await claim(`${key.slice(0, -1)}~`, carol)).toMatchObject({
    status: 400,
    body: { code: "token-invalid" },
  });
  server.clock.advance(11 * minute);
  expect(await claim(key, carol)).toMatchObject({ status: 403, body: { code: "step-up-required" } });
  expect((await claim(key, await signIn(person("Carol")))).status).toBe(200);
});

test("a claim link counts once: the same session is an administrator's at once, and its older tokens are refused", async () => {
  const session = await signIn(alice);
  const key = await newKey();
  const claimed = await claim(key, session);
  expect(claimed).toMatchObject({ status: 200, body: { account: { id: mine.account.id, role: "admin" } } });
  const facts = await server.browser().get<{ role: string; sid: string }>("/auth/session", claimed.body);
  const before = JSON.parse(Buffer.from(session.accessToken.split(".")[1] ?? "", "base64url").toString()) as {
    sid: string;
  };
  expect(facts.body).toMatchObject({ role: "admin", sid: before.sid });
  expect(await server.browser().get("/auth/session", session)).toMatchObject({
    status: 401,
    body: { code: "token-stale" },
  });
  const bobs = await registerAndVerify(server, bob);
  expect(await claim(key, bobs)).toMatchObject({ status: 400, body: { code: "token-invalid" } });
  expect(await roleOf(bobs.account.id)).toBe("user");

  const events = await server.database.db
    .selectFrom("securityEvent")
    .select(["kind", "actorKind"])
    .where("userId", "=", mine.account.id)
    .where("kind", "in", ["admin-claimed", "role-changed"])
    .orderBy("kind")
    .execute();
  expect(events).toEqual([
    { kind: "admin-claimed", actorKind: "self" },
    { kind: "role-changed", actorKind: "operator" },
  ]);
});

test("a newer claim link ends the older one, and half an hour ends it, too", async () => {
  const bobs = await signIn(bob);
  const older = await newKey();
  const newer = await newKey();
  expect((await claim(older, bobs)).status).toBe(400);
  server.clock.advance(30 * minute);
  expect((await claim(newer, await signIn(bob))).status).toBe(400);
  expect(await roleOf(bobs.account.id)).toBe("user");
});

test("10.7 a race for one claim link has one winner", async () => {
  const people = ["Ravi", "Sara", "Tomas", "Uma"].map(person);
  const sessions: SessionAnswer[] = [];
  for (const each of people) sessions.push(await registerAndVerify(server, each));
  for (const repeated of [1, 2]) {
    const key = await newKey();
    const asking = (await Promise.all(people.map(signIn))).flatMap((session) => [session, session]);
    const answers = await Promise.all(asking.map((session) => claim(key, session)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // Whoever asked twice may be told that the token has become old.
    expect(answers.every(({ status }) => [200, 400, 401].includes(status))).toBe(true);
    const roles = await Promise.all(sessions.map(({ account }) => roleOf(account.id)));
    expect(roles.filter((role) => role === "admin").length).toBeLessThanOrEqual(repeated);
  }
});

test("of a claim link the database has nothing that could be presented", async () => {
  const key = await newKey();
  const row = await server.database.db.selectFrom("adminClaim").selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(key);
  expect(row.keyHash).toHaveLength(32);
  server.clock.advance(31 * minute);
});
