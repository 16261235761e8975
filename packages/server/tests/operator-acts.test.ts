import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const carol = { email: "carol@example.org", name: "Carol", password: "window copper lantern oak" };
const dave = { email: "dave@example.org", password: "harbor pencil stone twelve" };
const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const login = ({ email, password }: { email: string; password: string }) =>
  server.browser().post<SessionAnswer>("/auth/login", { email, password });

test("an administrator made in the terminal signs in with the password that was typed there", async () => {
  const { createAdministrator } = server.operations;
  const made = await createAdministrator({ ...carol, email: "Carol@Example.org", language: "de" });
  expect(made).toMatchObject({ email: carol.email, setPasswordUrl: null });
  const session = await login(carol);
  expect(session.body).toMatchObject({
    account: {
      id: made.id,
      role: "admin",
      name: "Carol",
      emailVerified: true,
      preferences: { language: "de" },
    },
  });
  expect(await server.operations.countAdministrators()).toEqual({
    administrators: 1,
    withoutSecondFactor: 1,
  });
});

test("without a password there is a link that sets one, once; what a stranger registered before is void", async () => {
  const stranger = server.browser();
  await stranger.post("/auth/register", { ...bob, email: dave.email });
  const letter = await server.letter(dave.email, "verify-registration");
  const { setPasswordUrl } = await server.operations.createAdministrator({
    email: dave.email,
    language: "en",
  });
  const link = new URL(setPasswordUrl ?? "");
  expect(`${link.origin}${link.pathname}`).toBe(`${server.url}/reset`);
  const token = tokenOf({ links: [link.href] });
  const choose = () => server.browser().post("/auth/password/reset", { token, password: dave.password });
  server.clock.advance(23 * 60 * minute);
  expect((await choose()).status).toBe(204);
  expect((await choose()).status).toBe(400);
  expect((await login(dave)).body).toMatchObject({ account: { role: "admin", name: "dave" } });
  expect((await stranger.post("/auth/verify-email", { token: tokenOf(letter) })).status).toBe(400);
});

test("an account is made once, with an address, a name and a password that readers may have, too", async () => {
  const { createAdministrator } = server.operations;
  const language = "en";
  const refusals: [Parameters<typeof createAdministrator>[0], string][] = [
    [{ ...carol, language }, "carol@example.org has an account already"],
    [{ ...carol, email: "carol", language }, '"carol" is no address'],
    [{ ...carol, email: "c@example.org", name: " ", language }, "is no name"],
    [{ ...carol, email: "c@example.org", password: "short", language }, "Use at least 10 characters."],
    [{ ...carol, email: "c@example.org", password: "password12", language }, "known from a leak"],
  ];
  for (const [request, sentence] of refusals)
    await expect(createAdministrator(request)).rejects.toThrow(sentence);
  expect(await server.operations.countAdministrators()).toMatchObject({ administrators: 2 });
});

test("a role that is given in the terminal counts at once, and the last administrator keeps theirs", async () => {
  const { changeRole, banAccount, listStaff } = server.operations;
  const session = await registerAndVerify(server, alice);
  await changeRole({ who: alice.email, role: "moderator", reason: "helps with reports" });
  expect(await server.browser().get("/auth/session", session)).toMatchObject({
    status: 401,
    body: { code: "token-stale" },
  });
  expect((await listStaff()).map(({ email, role }) => [email, role])).toEqual([
    [carol.email, "admin"],
    [dave.email, "admin"],
    [alice.email, "moderator"],
  ]);
  const reason = "has left";
  await changeRole({ who: dave.email, role: "user", reason });
  const last = "carol@example.org is the last administrator";
  await expect(changeRole({ who: carol.email, role: "user", reason })).rejects.toThrow(last);
  await expect(banAccount({ who: carol.email, reason })).rejects.toThrow(last);
  await expect(changeRole({ who: alice.email, role: "boss", reason })).rejects.toThrow('no role "boss"');
  await expect(changeRole({ who: "nobody@example.org", role: "user", reason })).rejects.toThrow(
    'no account "nobody@example.org"',
  );
});

test("a ban from the terminal ends sessions at once, ends by itself or is lifted, and is recorded as the operator's", async () => {
  const { banAccount, unbanAccount } = server.operations;
  const { body: session } = await login(alice);
  const until = new Date(server.clock.now().getTime() + 60 * minute).toISOString();
  const banned = await banAccount({ who: session.account.id, reason: "spam", until });
  expect(banned).toMatchObject({ email: alice.email });
  expect(await server.browser().get("/auth/session", session)).toMatchObject({
    status: 401,
    body: { code: "session-ended" },
  });
  expect(await login(alice)).toMatchObject({ status: 403, body: { reason: "spam", until } });
  await server.letter(alice.email, "account-banned");
  await unbanAccount({ who: alice.email });
  expect((await login(alice)).status).toBe(200);
  const events = await server.database.db
    .selectFrom("securityEvent")
    .select(["kind", "actorKind"])
    .where("userId", "=", session.account.id)
    .where("kind", "in", ["account-banned", "ban-lifted", "role-changed"])
    .orderBy("id")
    .execute();
  expect(events).toEqual(
    ["role-changed", "account-banned", "ban-lifted"].map((kind) => ({ kind, actorKind: "operator" })),
  );
});
