import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { hashToken } from "../src/accounts/secrets.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, registerAndVerify, tokenOf } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let reader = alice;
let session: SessionAnswer;
let readers = 0;
beforeAll(async () => {
  server = await startTestServer();
});
// Each test has a reader of its own, since an account has five links at the most.
beforeEach(async () => {
  readers += 1;
  reader = { ...alice, email: `alice-${readers}@example.org` };
  session = await registerAndVerify(server, reader, { delivery: "body" });
});
afterAll(() => server.close());

const users = () => server.database.db.updateTable("user");
const ask = async (email = reader.email, body: object = {}) =>
  (await server.browser().post<{ requestId: string }>("/auth/magic-link", { email, ...body })).body;
const verify = (proof: object, options = {}) =>
  server
    .browser()
    .post<SessionAnswer & { code?: string; status?: string }>(
      "/auth/magic-link/verify",
      { ...proof, delivery: "body" },
      options,
    );

async function askAndRead() {
  const { requestId } = await ask();
  const letter = await server.letter(reader.email, "magic-link");
  return { requestId, token: tokenOf(letter), code: letter.code ?? "", letter };
}

const dead = { status: 400, body: { code: "token-invalid" } };

test("a link from a letter signs in, once, and leads to the book's page", async () => {
  const { token, letter } = await askAndRead();
  expect(letter.links.some((url) => url.startsWith(`${server.url}/magic-link#token=`))).toBe(true);
  const { status, body } = await verify({ token });
  expect(status).toBe(200);
  expect(body.account.email).toBe(reader.email);
  expect(await verify({ token })).toMatchObject(dead);
});

test("in a browser it sets the account's cookie", async () => {
  const { token } = await askAndRead();
  const browser = server.browser();
  const { body } = await browser.post<SessionAnswer>("/auth/magic-link/verify", { token });
  expect(body.refreshToken).toBeUndefined();
  expect((await browser.post("/auth/refresh")).status).toBe(200);
});

test("the letter's code counts in the window that asked, and five wrong tries use it up", async () => {
  const { requestId, code, token } = await askAndRead();
  const { requestId: stranger } = await ask("nobody@example.org");
  expect(await verify({ requestId: stranger, code })).toMatchObject(dead);
  const wrong = code === "00000000" ? "00000001" : "00000000";
  for (const _ of [1, 2, 3, 4, 5]) expect(await verify({ requestId, code: wrong })).toMatchObject(dead);
  expect(await verify({ requestId, code })).toMatchObject(dead);
  expect((await verify({ token })).status).toBe(200);
});

test("the code of a letter signs in, once", async () => {
  const { requestId, code } = await askAndRead();
  expect((await verify({ requestId, code })).status).toBe(200);
  expect(await verify({ requestId, code })).toMatchObject(dead);
});

test("of twenty submissions of one link at once, one signs in", async () => {
  const { token } = await askAndRead();
  const answers = await Promise.all(Array.from({ length: 20 }, () => verify({ token })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("a stranger who asks for the same address ends nobody's link", async () => {
  const { token } = await askAndRead();
  for (const _ of [1, 2, 3, 4, 5, 6]) await ask();
  expect((await verify({ token })).status).toBe(200);
});

test("a link lives for 15 minutes, its code for 10", async () => {
  const { requestId, code, token } = await askAndRead();
  server.clock.advance(10 * 60_000 + 1);
  expect(await verify({ requestId, code })).toMatchObject(dead);
  server.clock.advance(5 * 60_000);
  expect(await verify({ token })).toMatchObject(dead);
});

test("a link is for its own purpose, and a letter of another kind signs nobody in by it", async () => {
  await server.browser().post("/auth/register", bob);
  const verification = tokenOf(await server.letter(bob.email, "verify-registration"));
  expect(await verify({ token: verification })).toMatchObject(dead);
  const { token } = await askAndRead();
  expect(await server.browser().post("/auth/verify-email", { token })).toMatchObject(dead);
});

test("an account that has changed since the letter was written is not signed in by it", async () => {
  const { token } = await askAndRead();
  await users().set({ epoch: 7 }).where("id", "=", session.account.id).execute();
  expect(await verify({ token })).toMatchObject(dead);
});

test("an address that an account has left signs nobody in", async () => {
  const { token } = await askAndRead();
  await users()
    .set({ email: `new-${reader.email}` })
    .where("id", "=", session.account.id)
    .execute();
  expect(await verify({ token })).toMatchObject(dead);
});

test("whoever is banned hears why, and the link stays good", async () => {
  const { token } = await askAndRead();
  const ban = (banned: boolean) =>
    users().set({ banned, banReason: "spam" }).where("id", "=", session.account.id).execute();
  await ban(true);
  expect(await verify({ token })).toMatchObject({
    status: 403,
    body: { code: "account-banned", reason: "spam" },
  });
  await ban(false);
  expect((await verify({ token })).status).toBe(200);
});

test("an account without a password signs in with its mailbox", async () => {
  await server.database.db.deleteFrom("account").where("userId", "=", session.account.id).execute();
  const { token } = await askAndRead();
  expect((await verify({ token })).status).toBe(200);
});

test("a guest's chats are not added silently: they wait for a yes", async () => {
  const guest = (await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" })).body;
  const { accessToken } = guest;
  await server.browser().post("/conversations", { title: "As a guest" }, { accessToken });
  const { token } = await askAndRead();
  const { body } = await verify({ token }, { accessToken });
  expect(body.merged).toBeUndefined();
  expect(body.claimable).toEqual({ conversations: 1 });
});

test("an address that waits to be proven gets the letter that proves it, and no link", async () => {
  const email = `waiting-${readers}@example.org`;
  await server.browser().post("/auth/register", { ...bob, email });
  await server.letter(email, "verify-registration");
  await ask(email);
  await expect
    .poll(async () => (await server.letters(email)).map(({ kind }) => kind))
    .toEqual(["verify-registration", "verify-registration"]);
});

test("an account whose address was never proven gets no link: it would lend it to whoever registered it", async () => {
  await users().set({ emailVerified: false }).where("id", "=", session.account.id).execute();
  await ask();
  const letter = await server.letter(reader.email, "verify-user");
  const { status, body } = await server.browser().post("/auth/verify-email", { token: tokenOf(letter) });
  expect([status, body.code]).toEqual([409, "password-needed"]);
});

test("opening the link does nothing, by GET or by HEAD", async () => {
  const { token } = await askAndRead();
  for (const method of ["GET", "HEAD"]) {
    for (const path of ["/magic-link", "/api/v1/auth/magic-link/verify", "/api/auth/magic-link/verify"]) {
      await fetch(`${server.url}${path}?token=${token}`, { method });
    }
  }
  expect((await verify({ token })).status).toBe(200);
});

test("nothing of a letter stands in the database in clear", async () => {
  const { requestId, token, code } = await askAndRead();
  const { db } = server.database;
  const rows = JSON.stringify([
    await db.selectFrom("letterToken").selectAll().execute(),
    await db.selectFrom("letterRequest").selectAll().execute(),
    await db.selectFrom("letter").selectAll().execute(),
  ]);
  for (const secret of [requestId, token, code]) expect(rows).not.toContain(secret);
});

test("trying a code leaves the same trace, whether or not the address has an account", async () => {
  const traceOf = async (email: string) => {
    const { requestId } = await ask(email);
    const rows = () =>
      server.database.db
        .selectFrom("letterToken")
        .select(["purpose", "wrongCodes"])
        .where("requestHash", "=", hashToken(requestId))
        .execute();
    await expect.poll(rows).toHaveLength(1);
    const answer = await verify({ requestId, code: "00000000" });
    return [answer.status, answer.body.code, await rows()];
  };
  const trace = await traceOf(reader.email);
  expect(trace).toEqual([400, "token-invalid", [{ purpose: "magic-link", wrongCodes: 1 }]]);
  expect(await traceOf(`nobody-${readers}@example.org`)).toEqual(trace);
});

test("where letters may not sign in, there is no such address", async () => {
  const other = await startTestServer({ MAGIC_LINK: "off" });
  const answers = await Promise.all([
    other.browser().post("/auth/magic-link", { email: reader.email }),
    other.browser().post("/auth/magic-link/verify", { token: "x" }),
    other.browser().post("/api/auth/sign-in/magic-link", { email: reader.email }),
  ]);
  await other.close();
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
});
