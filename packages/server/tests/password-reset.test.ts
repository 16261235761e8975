import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, bob, person, registerAndVerify, tokenOf } from "./support/people.ts";
import { askForReset, letterAfter, logIn, newPassword, recover } from "./support/recovery.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const reset = (body: object) => server.browser().post("/auth/password/reset", body);
const invalid = { status: 400, body: { code: "token-invalid" } };

describe("a reset letter", () => {
  test("lets its reader choose another password, and signs nobody in", async () => {
    const dora = person("Dora");
    await registerAndVerify(server, dora);
    const { token } = await askForReset(server, dora.email);
    const answer = await reset({ token, password: newPassword });
    expect(answer).toMatchObject({ status: 204, body: "" });
    // The one that a browser is known again by; there is no session in it.
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^bookplate-device=/)]);
    expect((await logIn(server, dora.email, newPassword)).status).toBe(200);
    expect((await logIn(server, dora.email, dora.password)).status).toBe(401);
    const told = await server.letter(dora.email, "password-changed");
    expect(told.links).toContain(`${server.url}/forgot`);
  });

  test("carries a code that is good in the window that asked, and in no other", async () => {
    const emil = person("Emil");
    await registerAndVerify(server, emil);
    const { requestId, code } = await askForReset(server, emil.email);
    expect(code).toMatch(/^\d{8}$/);
    const { body: other } = await server
      .browser()
      .post<{ requestId: string }>("/auth/password/forgot", { email: emil.email });
    expect(await reset({ requestId: other.requestId, code, password: newPassword })).toMatchObject(invalid);
    expect((await reset({ requestId, code, password: newPassword })).status).toBe(204);
    expect(await reset({ requestId, code, password: newPassword })).toMatchObject(invalid);
  });

  test("works once", async () => {
    const frida = person("Frida");
    await registerAndVerify(server, frida);
    const { token } = await askForReset(server, frida.email);
    expect((await reset({ token, password: newPassword })).status).toBe(204);
    expect(await reset({ token, password: newPassword })).toMatchObject(invalid);
  });

  test("stays good when the password is refused", async () => {
    const greta = person("Greta");
    await registerAndVerify(server, greta);
    const { token, requestId, code } = await askForReset(server, greta.email);
    for (const [password, fault] of [
      ["short", "password-too-short"],
      ["qwertyuiop", "password-breached"],
      ["greta@example.org", "password-too-weak"],
    ]) {
      const refused = { status: 422, body: { errors: [{ field: "password", code: fault }] } };
      expect(await reset({ token, password })).toMatchObject(refused);
      expect(await reset({ requestId, code, password })).toMatchObject(refused);
    }
    expect((await reset({ token, password: newPassword })).status).toBe(204);
  });

  test("is not ended by a stranger who asks for more of them", async () => {
    const hugo = person("Hugo");
    await registerAndVerify(server, hugo);
    const { requestId, code, token } = await askForReset(server, hugo.email);
    const wrong = code === "00000000" ? "00000001" : "00000000";
    for (let turn = 0; turn < 8; turn += 1) {
      const { body } = await server
        .browser()
        .post<{ requestId: string }>("/auth/password/forgot", { email: hugo.email });
      for (let guess = 0; guess < 6; guess += 1) {
        await reset({ requestId: body.requestId, code: wrong, password: newPassword });
      }
    }
    expect(await reset({ requestId, code, password: "weak" })).toMatchObject({ status: 422 });
    expect((await reset({ token, password: newPassword })).status).toBe(204);
  });

  test("has a code that five wrong guesses burn, while its link stays good", async () => {
    const ida = person("Ida");
    await registerAndVerify(server, ida);
    const { requestId, code, token } = await askForReset(server, ida.email);
    const wrong = code === "00000000" ? "00000001" : "00000000";
    const guesses = await Promise.all(
      Array.from({ length: 5 }, () => reset({ requestId, code: wrong, password: newPassword })),
    );
    for (const guess of guesses) expect(guess).toMatchObject(invalid);
    expect(await reset({ requestId, code, password: newPassword })).toMatchObject(invalid);
    expect((await reset({ token, password: newPassword })).status).toBe(204);
  });

  test("ends with its time: the code after ten minutes, the link after an hour", async () => {
    const jana = person("Jana");
    await registerAndVerify(server, jana);
    const { requestId, code, token } = await askForReset(server, jana.email);
    server.clock.advance(11 * minute);
    expect(await reset({ requestId, code, password: newPassword })).toMatchObject(invalid);
    expect(await reset({ token, password: "weak" })).toMatchObject({ status: 422 });
    server.clock.advance(50 * minute);
    expect(await reset({ token, password: newPassword })).toMatchObject(invalid);
  });

  test("is refused in the same words whether it is unknown, used, expired or for something else", async () => {
    const karl = person("Karl");
    await registerAndVerify(server, karl);
    await server.browser().post("/auth/register", person("Lena"));
    const foreign = tokenOf(await server.letter(person("Lena").email, "verify-registration"));
    const { token: used } = await askForReset(server, karl.email);
    await reset({ token: used, password: newPassword });
    const { token: older } = await askForReset(server, karl.email);
    await sql`update letter_token set expires_at = now() - interval '1 minute' where email = ${karl.email}`.execute(
      server.database.db,
    );
    const answers = [];
    for (const token of ["unknown", used, older, foreign, "x".repeat(200)]) {
      const { status, body } = await reset({ token, password: newPassword });
      answers.push({ status, ...body, requestId: "" });
    }
    expect(answers[0]).toMatchObject({ status: 400, code: "token-invalid" });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  test.each([
    [{ token: ["x"], password: newPassword }],
    [{ token: { $ne: null }, password: newPassword }],
    [{ token: "x\0y", password: newPassword }],
    [{ token: "x".repeat(10_000), password: newPassword }],
    [{ password: newPassword }],
    [{ requestId: "x", password: newPassword }],
    [{ token: "x", code: "12345678", password: newPassword }],
    [{ requestId: "x", code: "1234567", password: newPassword }],
    [{ token: "x", password: newPassword, userId: "x" }],
  ])("asked for with %o is refused as a bad request", async (body) => {
    expect(await reset(body)).toMatchObject({ status: 422, body: { code: "validation-failed" } });
  });
});

describe("a reset", () => {
  test("ends every session at once, with all of its tokens", async () => {
    const maria = person("Maria");
    const first = await registerAndVerify(server, maria, { delivery: "body" });
    const { body: second } = await logIn(server, maria.email, maria.password);
    await recover(server, maria.email, newPassword);
    for (const { accessToken, refreshToken } of [first, second]) {
      expect(await server.browser().get("/me", { accessToken })).toMatchObject({
        status: 401,
        body: { code: "session-ended" },
      });
      expect(await server.browser().post("/auth/refresh", { refreshToken }, { origin: null })).toMatchObject({
        status: 401,
        body: { code: "refresh-invalid" },
      });
    }
  });

  test("makes every other reset letter worthless, and one that was sent to another address", async () => {
    const nils = person("Nils");
    await registerAndVerify(server, nils);
    const other = await askForReset(server, nils.email);
    await recover(server, nils.email, newPassword);
    expect(await reset({ token: other.token, password: bob.password })).toMatchObject(invalid);
  });

  test("stands in the account's activity", async () => {
    const olga = person("Olga");
    await registerAndVerify(server, olga);
    await recover(server, olga.email, newPassword);
    const { accessToken } = (await logIn(server, olga.email, newPassword)).body;
    const { body } = await server
      .browser()
      .get<{ items: { kind: string }[] }>("/me/activity", { accessToken });
    expect(body.items.map(({ kind }) => kind)).toContain("password-reset");
  });

  test("gives an account without a password its first one", async () => {
    const paul = person("Paul");
    const { account } = await registerAndVerify(server, paul);
    await sql`delete from account where user_id = ${account.id}`.execute(server.database.db);
    expect((await logIn(server, paul.email, paul.password)).status).toBe(401);
    await recover(server, paul.email, newPassword);
    expect((await logIn(server, paul.email, newPassword)).body.account.id).toBe(account.id);
  });

  test("for a registration that waits sends its own letter again", async () => {
    const quinn = person("Quinn");
    const browser = server.browser();
    await browser.post("/auth/register", quinn);
    await server.letter(quinn.email, "verify-registration");
    const letter = await letterAfter(server, quinn.email, "verify-registration", () =>
      browser.post("/auth/password/forgot", { email: quinn.email }),
    );
    const verified = await browser.post<{ session: SessionAnswer }>("/auth/verify-email", {
      token: tokenOf(letter),
    });
    expect(verified.body.session.account).toMatchObject({ email: quinn.email, emailVerified: true });
    expect((await server.letters(quinn.email)).map(({ kind }) => kind)).not.toContain("password-reset");
  });

  test("that is under way lets no login through that was checked before", async () => {
    const rosa = { ...alice, ...person("Rosa") };
    await registerAndVerify(server, rosa);
    const { token } = await askForReset(server, rosa.email);
    const [, ...logins] = await Promise.all([
      reset({ token, password: newPassword }),
      ...Array.from({ length: 4 }, () => logIn(server, rosa.email, rosa.password)),
    ]);
    for (const { body } of logins) {
      if (!("accessToken" in body)) continue;
      const { status } = await server.browser().get("/me", { accessToken: body.accessToken });
      expect(status).toBe(401);
    }
  });
});
