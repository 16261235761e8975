import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createAuthenticator } from "./support/authenticator.ts";
import { addPasskey, signInWithPasskey } from "./support/passkeys.ts";
import { person, registerAndVerify, tokenOf } from "./support/people.ts";
import { letterAfter, logIn, moveTo, newPassword, recover } from "./support/recovery.ts";
import { turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const hour = 60 * 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const undo = (token: string) => server.browser().post("/me/email/undo", { token });
const invalid = { status: 400, body: { code: "token-invalid" } };

/** The owner undoes the change, and reads the letter that asks for a new password. */
const undoAndRead = (token: string, email: string) =>
  letterAfter(server, email, "email-change-undone", async () => {
    expect(await undo(token)).toMatchObject({ status: 204, body: "" });
  });

test("an undo gives the old address back, ends every session and asks for a new password there", async () => {
  const dora = person("Dora");
  const session = await registerAndVerify(server, dora);
  const newEmail = "thief@example.org";
  const token = await moveTo(server, session, dora, newEmail);
  const { body: other } = await logIn(server, newEmail, dora.password);
  const letter = await undoAndRead(token, dora.email);
  for (const { accessToken } of [session, other]) {
    expect((await server.browser().get("/me", { accessToken })).body).toMatchObject({
      code: "session-ended",
    });
  }
  expect((await logIn(server, newEmail, dora.password)).status).toBe(401);
  expect((await logIn(server, dora.email, dora.password)).status).toBe(401);
  const reset = { token: tokenOf(letter), password: newPassword };
  expect((await server.browser().post("/auth/password/reset", reset)).status).toBe(204);
  const { body } = await logIn(server, dora.email, newPassword);
  expect(body.account).toMatchObject({ id: session.account.id, email: dora.email, emailVerified: true });
  const activity = await server
    .browser()
    .get<{ items: { kind: string }[] }>("/me/activity", { accessToken: body.accessToken });
  const kinds = activity.body.items.map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["email-changed", "email-change-undone"]));
  expect(await undo(token)).toMatchObject(invalid);
});

test("an undo survives the thief's reset of the password", async () => {
  const emil = person("Emil");
  const session = await registerAndVerify(server, emil);
  const newEmail = "emil-thief@example.org";
  const token = await moveTo(server, session, emil, newEmail);
  await recover(server, newEmail, newPassword);
  await undoAndRead(token, emil.email);
  expect((await logIn(server, newEmail, newPassword)).status).toBe(401);
  expect((await logIn(server, emil.email, newPassword)).status).toBe(401);
});

test("an undo takes away what was added since, and leaves what was there before", async () => {
  const frida = person("Frida");
  const browser = server.browser();
  const session = await registerAndVerify(server, frida, { browser });
  const [own, thiefs] = [createAuthenticator(), createAuthenticator()];
  const { accessToken } = session;
  expect((await addPasskey(browser, server.url, accessToken, own)).status).toBe(201);
  server.clock.advance(60_000);
  const token = await moveTo(server, session, frida, "frida-thief@example.org");
  expect((await addPasskey(browser, server.url, accessToken, thiefs)).status).toBe(201);
  await turnOnTotp(server, accessToken);
  await sql`insert into account (id, account_id, provider_id, user_id, created_at, updated_at)
    values (gen_random_uuid(), 'thief', 'github', ${session.account.id}, ${server.clock.now()}, ${server.clock.now()})`.execute(
    server.database.db,
  );
  await undoAndRead(token, frida.email);
  expect((await signInWithPasskey(server.browser(), server.url, thiefs)).status).toBe(401);
  const { status, body } = await signInWithPasskey(server.browser(), server.url, own);
  expect(status).toBe(200);
  expect(body.account).toMatchObject({ email: frida.email, twoFactor: false });
  const { rows } = await sql`select provider_id from account where user_id = ${session.account.id}`.execute(
    server.database.db,
  );
  expect(rows).toEqual([]);
});

test("an undo closes the ways back of later changes, and keeps those of earlier ones open", async () => {
  const greta = person("Greta");
  const session = await registerAndVerify(server, greta);
  const [second, third] = ["greta-2@example.org", "greta-3@example.org"];
  const toFirst = await moveTo(server, session, greta, second);
  const toSecond = await moveTo(server, session, { ...greta, email: second }, third);
  await undoAndRead(toSecond, second);
  await undoAndRead(toFirst, greta.email);

  const hanna = person("Hanna");
  const hannas = await registerAndVerify(server, hanna);
  const [next, last] = ["hanna-2@example.org", "hanna-3@example.org"];
  const toHanna = await moveTo(server, hannas, hanna, next);
  const toNext = await moveTo(server, hannas, { ...hanna, email: next }, last);
  await undoAndRead(toHanna, hanna.email);
  expect(await undo(toNext)).toMatchObject(invalid);
  // Nobody has the thief's addresses any more, and nobody's they are.
  await letterAfter(server, next, "verify-registration", () =>
    server.browser().post("/auth/register", { ...hanna, email: next }),
  );
});

test("an undo cancels a change that is under way", async () => {
  const ida = person("Ida");
  const session = await registerAndVerify(server, ida);
  const token = await moveTo(server, session, ida, "ida-2@example.org");
  const pending = await letterAfter(server, "ida-3@example.org", "email-change-confirm", () =>
    server
      .browser()
      .post(
        "/me/email",
        { newEmail: "ida-3@example.org", password: ida.password },
        { accessToken: session.accessToken },
      ),
  );
  await undoAndRead(token, ida.email);
  expect(await server.browser().post("/me/email/confirm", { token: tokenOf(pending) })).toMatchObject(
    invalid,
  );
});

test("an undo is possible for three days, and for a letter's token of no other kind", async () => {
  const jana = person("Jana");
  const session = await registerAndVerify(server, jana);
  const token = await moveTo(server, session, jana, "jana-2@example.org");
  expect(await server.browser().post("/me/email/confirm", { token })).toMatchObject(invalid);
  const reset = { token, password: newPassword };
  expect(await server.browser().post("/auth/password/reset", reset)).toMatchObject(invalid);
  server.clock.advance(73 * hour);
  expect(await undo(token)).toMatchObject(invalid);
});

test("an address that was never proven has no way back", async () => {
  const off = await startTestServer({ EMAIL_VERIFICATION: "off" });
  try {
    const karl = person("Karl");
    const { body } = await off.browser().post<SessionAnswer>("/auth/register", karl);
    const newEmail = "karl-2@example.org";
    const letter = await letterAfter(off, newEmail, "email-change-confirm", () =>
      off.browser().post("/me/email", { newEmail }, { accessToken: body.accessToken }),
    );
    const confirmed = await off.browser().post("/me/email/confirm", { token: tokenOf(letter) });
    expect(confirmed).toMatchObject({ status: 200, body: { email: newEmail } });
    expect(await off.letters(karl.email)).toEqual([]);
    expect((await off.browser().post("/auth/register", karl)).status).toBe(201);
  } finally {
    await off.close();
  }
});
