// Whatever meets takes its locks in one order: somebody is held up half way, a request comes, and neither waits for the
// other. See docs/decisions/048-locks-in-one-order.md.
import { afterAll, beforeAll, expect, test } from "vitest";
import { lockEmail } from "../src/accounts/queries.ts";
import { lockOwner } from "../src/accounts/recovery-queries.ts";
import { insertLink, lockLinked } from "../src/providers/queries.ts";
import { uuidv7 } from "../src/uuid.ts";
import { guestWithChats } from "./support/guests.ts";
import { alice, registerAndVerify, tokenOf } from "./support/people.ts";
import { converse, signInAs } from "./support/reports.ts";
import { codeOf, login, secondStep, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import { askInBetween } from "./support/waiting-requests.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function account(name: string) {
  const email = `${name}@example.org`;
  const { accessToken, account } = await registerAndVerify(server, { ...alice, email });
  return { email, accessToken, userId: account.id };
}

test("a link that is voided by a change of the password signs nobody in", async () => {
  const { email, userId } = await account("magda");
  await server.browser().post("/auth/magic-link", { email });
  const token = tokenOf(await server.letter(email, "magic-link"));
  const answer = await askInBetween(
    server,
    (trx) => lockOwner(trx, userId),
    () => server.browser().post("/auth/magic-link/verify", { token }),
    (trx) => trx.deleteFrom("letterToken").where("userId", "=", userId).execute(),
  );
  expect(answer).toMatchObject({ status: 400, body: { code: "token-invalid" } });
});

test("a second step whose account is just being deleted signs nobody in", async () => {
  const { email, userId, accessToken } = await account("tom");
  const { secret } = await turnOnTotp(server, accessToken);
  const { body } = await login(server.browser(), { ...alice, email });
  const answer = await askInBetween(
    server,
    (trx) => lockOwner(trx, userId),
    () => secondStep(server.browser(), { challenge: body.challenge, code: codeOf(secret, server.clock) }),
    (trx) => trx.deleteFrom("signInChallenge").where("userId", "=", userId).execute(),
  );
  expect(answer).toMatchObject({ status: 400, body: { code: "token-invalid" } });
});

test("a provider's link that is just being removed signs nobody in", async () => {
  const { userId } = await account("lena");
  const { db } = server.database;
  const who = { accountsOf: "elsewhere", subject: "lena-there" };
  await db
    .transaction()
    .execute((trx) => insertLink(trx, { ...who, id: uuidv7(), userId, at: server.clock.now() }));
  const found = await askInBetween(
    server,
    (trx) => lockOwner(trx, userId),
    () => db.transaction().execute((trx) => lockLinked(trx, who)),
    (trx) => trx.deleteFrom("account").where("accountId", "=", who.subject).execute(),
  );
  expect(found).toBeUndefined();
});

test("a report is decided while its reader deletes the conversation", async () => {
  const { accessToken } = await account("rita");
  const moderator = await signInAs(server, "moderator");
  const { messages } = await converse(server, accessToken, "What does the lamp need?");
  const answerId = messages[1]?.id ?? "";
  const { body: report } = await server
    .browser()
    .post<{ id: string }>(`/messages/${answerId}/report`, { reason: "wrong" }, { accessToken });
  const decision = { status: "resolved", action: "hide" };
  const answer = await askInBetween(
    server,
    (trx) => trx.selectFrom("message").select("id").where("id", "=", answerId).forUpdate().execute(),
    () => server.browser().send("PATCH", `/admin/reports/${report.id}`, { ...moderator, body: decision }),
    (trx) => trx.deleteFrom("message").where("id", "=", answerId).execute(),
  );
  expect(answer).toMatchObject({ status: 200, body: { messageStatus: "deleted" } });
});

test("an account is deleted while a letter to its address is decided", async () => {
  const { email, accessToken } = await account("petra");
  const { db } = server.database;
  const at = server.clock.now();
  const id = uuidv7();
  const registration = { id, email, name: "Petra", passwordHash: "", language: "en", guestId: null };
  const proof = { invitationId: null, proofHash: Buffer.from(id), createdAt: at, expiresAt: at };
  await db
    .insertInto("pendingRegistration")
    .values({ ...registration, ...proof })
    .execute();
  const request = {
    id: uuidv7(),
    kind: "registration",
    email,
    userId: null,
    pendingRegistrationId: id,
  } as const;
  await db
    .insertInto("letterRequest")
    .values({ ...request, detail: "{}", createdAt: at })
    .execute();
  const answer = await askInBetween(
    server,
    async (trx) => {
      await lockEmail(trx, email);
      await trx.deleteFrom("letterRequest").where("id", "=", request.id).execute();
    },
    () => server.browser().send("DELETE", "/me", { accessToken }),
    (trx) => trx.selectFrom("pendingRegistration").select("id").where("id", "=", id).forKeyShare().execute(),
  );
  expect(answer.status).toBe(204);
});

test("a guest leaves while an administrator signs in with it", async () => {
  const guest = await guestWithChats(server.browser());
  const admin = await signInAs(server, "admin");
  await server.database.db.transaction().execute(async (trx) => {
    await trx.selectFrom("user").select("id").where("id", "=", admin.account.id).forShare().execute();
    expect((await server.browser().send("DELETE", "/me", guest)).status).toBe(204);
  });
});

test("an account whose address changes at that moment is not deleted under its old one", async () => {
  const { email, userId, accessToken } = await account("ada");
  const answer = await askInBetween(
    server,
    (trx) => lockEmail(trx, email),
    () => server.browser().send("DELETE", "/me", { accessToken }),
    (trx) => trx.updateTable("user").set({ email: "ada@example.net" }).where("id", "=", userId).execute(),
  );
  expect(answer).toMatchObject({ status: 401, body: { code: "token-stale" } });
});
