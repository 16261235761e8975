import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, person, registerAndVerify } from "./support/people.ts";
import { letterAfter } from "./support/recovery.ts";
import { codeOf, type TurnedOn, totpStepMs, turnOnTotp, wrongCodeOf } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const wrong = { status: 401, body: { code: "invalid-credentials" } };
const notEnough = { status: 403, body: { code: "step-up-required" } };

let server: TestServer;
let session: SessionAnswer;
let reader = alice;
let people = 0;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  people += 1;
  reader = person(`Alice${people}`);
  session = await registerAndVerify(server, reader, { delivery: "body" });
});

const stepUp = (proof: object, { accessToken } = session) =>
  server.browser().post<SessionAnswer>("/auth/step-up", proof, { accessToken });
const askForCode = ({ accessToken } = session) =>
  server.browser().post("/auth/step-up/mail", undefined, { accessToken });
const codeByMail = async (of = session) =>
  (await letterAfter(server, reader.email, "sign-in-code", () => askForCode(of))).code ?? "";
const provenAt = (accessToken: string) => Number(decodeJwt(accessToken).auth_time);
const signInElsewhere = async () => {
  const { email, password } = reader;
  const login = { email, password, delivery: "body" };
  return (await server.browser().post<SessionAnswer>("/auth/login", login)).body;
};

describe("a mailed code", () => {
  test("proves whoever has no password, once", async () => {
    const { id } = session.account;
    await server.database.db.deleteFrom("account").where("userId", "=", id).execute();
    const methods = await server.browser().get("/me/sign-in-methods", session);
    expect(methods.body).toMatchObject({ password: false, stepUp: ["mail-code"] });
    server.clock.advance(5 * minute);
    const code = await codeByMail();
    expect(code).toMatch(/^\d{8}$/);
    const { status, body } = await stepUp({ method: "mail-code", code });
    expect(status).toBe(200);
    expect(provenAt(body.accessToken) - provenAt(session.accessToken)).toBeGreaterThanOrEqual(5 * 60);
    expect(await stepUp({ method: "mail-code", code })).toMatchObject(wrong);
  });

  test("counts in the session that asked for it alone, and for ten minutes", async () => {
    const elsewhere = await signInElsewhere();
    const code = await codeByMail();
    expect(await stepUp({ method: "mail-code", code }, elsewhere)).toMatchObject(wrong);
    server.clock.advance(10 * minute);
    expect(await stepUp({ method: "mail-code", code })).toMatchObject(wrong);
  });

  test("is burnt after five wrong tries", async () => {
    const code = await codeByMail();
    const guess = code === "00000000" ? "00000001" : "00000000";
    for (const _ of [1, 2, 3, 4, 5]) {
      expect(await stepUp({ method: "mail-code", code: guess })).toMatchObject(wrong);
    }
    expect(await stepUp({ method: "mail-code", code })).toMatchObject(wrong);
  });

  test("counts once, of twenty submissions at once", async () => {
    const code = await codeByMail();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => stepUp({ method: "mail-code", code })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  test("does not go to a guest", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    expect(await askForCode(guest)).toMatchObject(notEnough);
    const code = "12345678";
    expect(await stepUp({ method: "mail-code", code }, guest)).toMatchObject(wrong);
    const methods = await server.browser().get("/me/sign-in-methods", guest);
    expect(methods.body).toMatchObject({ password: false, stepUp: [] });
  });
});

describe("with a second factor on", () => {
  let factor: TurnedOn;
  beforeEach(async () => {
    factor = await turnOnTotp(server, session.accessToken);
  });

  test("a code of the app steps up, and so does a recovery code", async () => {
    server.clock.advance(11 * minute);
    const byApp = await stepUp({ method: "totp", code: codeOf(factor.secret, server.clock) });
    expect(byApp.status).toBe(200);
    const [code] = factor.recoveryCodes;
    expect((await stepUp({ method: "recovery-code", code })).status).toBe(200);
    expect(await stepUp({ method: "recovery-code", code })).toMatchObject(wrong);
    const wrongCode = wrongCodeOf(factor.secret, server.clock);
    expect(await stepUp({ method: "totp", code: wrongCode })).toMatchObject(wrong);
  });

  test("a password and a mailbox are not enough", async () => {
    expect(await stepUp({ password: reader.password })).toMatchObject(notEnough);
    expect(await askForCode()).toMatchObject(notEnough);
    expect(await stepUp({ method: "mail-code", code: "12345678" })).toMatchObject(notEnough);
    expect((await server.letters(reader.email)).map(({ kind }) => kind)).not.toContain("sign-in-code");
  });

  test("an act whose body brings the code needs no step-up before", async () => {
    server.clock.advance(11 * minute);
    const { accessToken } = session;
    const remove = (body: object) =>
      server.browser().send("DELETE", "/me/second-factor", { accessToken, body });
    const code = codeOf(factor.secret, server.clock);
    expect(await remove({ password: "not the password", code })).toMatchObject(wrong);
    // The wrong password has not used the code up.
    expect((await remove({ password: reader.password, code })).status).toBe(204);
  });

  test("a code that was mailed before counts no more", async () => {
    const other = person(`Bob${people}`);
    reader = other;
    const theirs = await registerAndVerify(server, other, { delivery: "body" });
    const code = await codeByMail(theirs);
    await turnOnTotp(server, theirs.accessToken);
    expect(await stepUp({ method: "mail-code", code }, theirs)).toMatchObject(notEnough);
  });
});

test("whoever's factor is not set up has no app to show a code of", async () => {
  server.clock.advance(totpStepMs);
  expect(await stepUp({ method: "totp", code: "123456" })).toMatchObject(wrong);
  expect(await stepUp({ method: "recovery-code", code: "aaaaa-bbbbb" })).toMatchObject(wrong);
});
