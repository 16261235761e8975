import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, person, registerAndVerify, tokenOf } from "./support/people.ts";
import { newPassword, recover } from "./support/recovery.ts";
import {
  codeOf,
  login,
  secondStep,
  type TurnedOn,
  totpStepMs,
  turnOnTotp,
  wrongCodeOf,
} from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const minute = 60_000;
const dead = { status: 400, body: { code: "token-invalid" } };
const wrong = { status: 401, body: { code: "invalid-credentials" } };
const resting = { status: 429, body: { code: "too-many-requests", remaining: 0 } };

let server: TestServer;
let session: SessionAnswer;
let factor: TurnedOn;
let reader = alice;
let people = 0;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  people += 1;
  reader = person(`Alice${people}`);
  session = await registerAndVerify(server, reader);
  factor = await turnOnTotp(server, session.accessToken);
});

async function challengeOf(who = reader): Promise<string> {
  return (await login(server.browser(), who)).body.challenge;
}
const freshCode = (secret = factor.secret) => {
  server.clock.advance(totpStepMs);
  return codeOf(secret, server.clock);
};
const show = (challenge: string, code: string, more: object = {}) =>
  secondStep(server.browser(), { challenge, code, ...more });
const wrongCode = () => wrongCodeOf(factor.secret, server.clock);
const epochs = () => server.database.db.updateTable("user").where("email", "=", reader.email);

describe("a challenge", () => {
  test("is good for one sign-in", async () => {
    const challenge = await challengeOf();
    expect((await show(challenge, freshCode())).status).toBe(200);
    expect(await show(challenge, freshCode())).toMatchObject(dead);
  });

  test("takes the codes of its own account alone", async () => {
    const other = person(`Carol${people}`);
    const theirs = await turnOnTotp(server, (await registerAndVerify(server, other)).accessToken);
    const code = freshCode(theirs.secret);
    expect(await show(await challengeOf(), code)).toMatchObject(wrong);
    expect(await show(await challengeOf(other), code)).toMatchObject({
      status: 200,
      body: { account: { email: other.email } },
    });
  });

  test("ends after five minutes", async () => {
    const challenge = await challengeOf();
    server.clock.advance(5 * minute);
    expect(await show(challenge, freshCode())).toMatchObject(dead);
  });

  test("is burnt after five wrong codes, and the next one is as good as new", async () => {
    const challenge = await challengeOf();
    for (const _ of [1, 2, 3, 4, 5]) expect(await show(challenge, wrongCode())).toMatchObject(wrong);
    const code = freshCode();
    expect(await show(challenge, code)).toMatchObject(dead);
    expect((await show(await challengeOf(), code)).status).toBe(200);
  });

  test("does not survive a reset of the password", async () => {
    const challenge = await challengeOf();
    await recover(server, reader.email, newPassword);
    expect(await show(challenge, freshCode())).toMatchObject(dead);
  });

  test("does not survive a ban, nor the second factor's end", async () => {
    const beforeBan = await challengeOf();
    await epochs().set({ banned: true }).execute();
    expect(await show(beforeBan, freshCode())).toMatchObject(dead);
    const over = { banned: true, banExpires: server.clock.now() };
    await epochs().set(over).execute();
    expect((await show(await challengeOf(), freshCode())).status).toBe(200);
    await epochs().set({ banned: false }).execute();
    const beforeEnd = await challengeOf();
    const code = freshCode();
    const off = await server.browser().send("DELETE", "/me/second-factor", { ...session, body: { code } });
    expect(off.status).toBe(204);
    expect(await show(beforeEnd, freshCode())).toMatchObject(dead);
  });

  test("that nobody made is refused, and so is a body that is none", async () => {
    expect(await show("r3Nq8Wb2Zt6Yx1Vc5Lm9Kd4Hs7Gf0Jp2", freshCode())).toMatchObject(dead);
    const challenge = await challengeOf();
    for (const step of [
      { challenge, code: "12345" },
      { challenge, code: "abcdef" },
      { challenge, method: "mail-code", code: "12345678" },
      { challenge, code: 123456 },
      { code: "123456" },
      { challenge, code: "123456", admin: true },
    ]) {
      const answer = await secondStep(server.browser(), step);
      expect(answer).toMatchObject({ status: 422, body: { code: "validation-failed" } });
    }
    // None of them was a try.
    for (const _ of [1, 2, 3, 4]) await show(challenge, wrongCode());
    expect((await show(challenge, freshCode())).status).toBe(200);
  });
});

describe("guessing codes", () => {
  test("makes the factor rest after ten wrong ones over any number of challenges, and nothing else", async () => {
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await show(await challengeOf(), wrongCode())).toMatchObject(wrong);
    }
    const challenge = await challengeOf();
    const rested = await show(challenge, freshCode());
    expect(rested).toMatchObject(resting);
    expect(Number(rested.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    const activity = await server.browser().get<{ items: object[] }>("/me/activity?limit=1", session);
    expect(activity.body.items).toMatchObject([{ kind: "second-factor-guessed" }]);
    // A recovery code rests, too, and is not used up; the password goes on being asked for.
    const [recoveryCode = ""] = factor.recoveryCodes;
    expect(await show(challenge, recoveryCode, { method: "recovery-code" })).toMatchObject(resting);
    expect((await login(server.browser(), reader)).body.status).toBe("second-factor-required");
    expect((await server.browser().get("/me", session)).status).toBe(200);
    server.clock.advance(15 * minute);
    expect((await show(await challengeOf(), freshCode())).status).toBe(200);
  });

  test("makes each rest twice as long, until a right code", async () => {
    const guess = async (times: number) => {
      for (let count = 0; count < times; count += 1) await show(await challengeOf(), wrongCode());
    };
    await guess(10);
    server.clock.advance(15 * minute);
    await guess(10);
    server.clock.advance(29 * minute);
    expect(await show(await challengeOf(), freshCode())).toMatchObject(resting);
    server.clock.advance(minute);
    expect((await show(await challengeOf(), freshCode())).status).toBe(200);
    await guess(9);
    expect((await show(await challengeOf(), freshCode())).status).toBe(200);
  });

  test("counts wherever it is done: at a sign-in, a step-up, or in turning the factor off", async () => {
    for (let guess = 0; guess < 4; guess += 1) {
      await show(await challengeOf(), wrongCode());
      await server.browser().post("/auth/step-up", { method: "totp", code: wrongCode() }, session);
      const body = { code: "aaaaa-bbbbb" };
      await server.browser().send("DELETE", "/me/second-factor", { ...session, body });
    }
    expect(await show(await challengeOf(), freshCode())).toMatchObject(resting);
  });
});

describe("there is no way around the second factor", () => {
  test("by a reset: the next sign-in asks for it", async () => {
    await recover(server, reader.email, newPassword);
    const { body } = await login(server.browser(), { ...reader, password: newPassword });
    expect(body).toMatchObject({ status: "second-factor-required" });
    expect((await show(body.challenge, freshCode())).status).toBe(200);
  });

  test("by a magic link", async () => {
    await server.browser().post("/auth/magic-link", { email: reader.email });
    const token = tokenOf(await server.letter(reader.email, "magic-link"));
    const answer = await server
      .browser()
      .post<{ status: string; challenge: string }>("/auth/magic-link/verify", { token, delivery: "body" });
    expect(answer).toMatchObject({ status: 200, body: { status: "second-factor-required" } });
    expect(answer.body).not.toHaveProperty("accessToken");
    expect((await show(answer.body.challenge, freshCode())).status).toBe(200);
  });

  test("by a letter that proves an address", async () => {
    await epochs().set({ emailVerified: false }).execute();
    await server.browser().post("/auth/verify-email/resend", { email: reader.email });
    const token = tokenOf(await server.letter(reader.email, "verify-user"));
    const proof = { token, password: reader.password, delivery: "body" };
    const answer = await server.browser().post("/auth/verify-email", proof);
    expect(answer).toMatchObject({ status: 200, body: { status: "second-factor-required" } });
  });

  test("by Better Auth's own address", async () => {
    const { email, password } = reader;
    const answer = await server.browser().post("/api/auth/sign-in/email", { email, password });
    expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
    expect(answer.body).not.toHaveProperty("token");
    expect(answer.headers.get("set-auth-token")).toBeNull();
  });

  test("by turning it off with the password alone, or with nothing", async () => {
    server.clock.advance(11 * minute);
    for (const body of [{}, { password: reader.password }]) {
      const answer = await server.browser().send("DELETE", "/me/second-factor", { ...session, body });
      expect(answer).toMatchObject({ status: 403, body: { code: "step-up-required" } });
    }
    expect((await server.browser().get("/me", session)).body).toMatchObject({ twoFactor: true });
  });

  test("by merging a guest's chats first: they come along after the last factor", async () => {
    const { body: guest } = await server.browser().post<SessionAnswer>("/auth/guest", { delivery: "body" });
    await server.browser().post("/conversations", { title: "Mine" }, guest);
    const { email, password } = reader;
    const first = await server
      .browser()
      .post<{ challenge: string }>("/auth/login", { email, password, delivery: "body" }, guest);
    const lists = await server.browser().get<{ items: object[] }>("/conversations", guest);
    expect(lists.body.items).toHaveLength(1);
    const done = await show(first.body.challenge, freshCode());
    expect(done).toMatchObject({ status: 200, body: { merged: { conversations: 1 } } });
    expect((await server.browser().get("/conversations", guest)).status).toBe(401);
  });
});

test("whoever turns the second factor off is written to", async () => {
  const body = { password: reader.password, code: freshCode() };
  const off = await server.browser().send("DELETE", "/me/second-factor", { ...session, body });
  expect(off.status).toBe(204);
  const letters = await server.letters(reader.email);
  await server.letter(reader.email, "second-factor-changed");
  expect(letters.length).toBeGreaterThan(0);
  const activity = await server.browser().get<{ items: object[] }>("/me/activity?limit=1", session);
  expect(activity.body.items).toMatchObject([{ kind: "second-factor-off" }]);
  expect((await login(server.browser(), reader)).body).toHaveProperty("accessToken");
});
