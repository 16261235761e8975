import type { TwoFactorSetUp } from "@bookplate/better-auth-clients";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOfficialApp, releases } from "../support/official-app.ts";
import { registerAndVerify } from "../support/people.ts";
import { codeOf, totpStepMs, wrongCodeOf } from "../support/second-factor.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What the client shows: the secret of a QR code, and the recovery codes. */
function shownIn(setUp: TwoFactorSetUp | null) {
  if (!setUp || !("totpURI" in setUp)) throw new Error("There is nothing to show.");
  return { secret: new URL(setUp.totpURI).searchParams.get("secret") ?? "", backupCodes: setUp.backupCodes };
}

describe.each(releases)("the official client %s in bearer mode", (release) => {
  let people = 0;
  const newApp = () => createOfficialApp(release, server.url);

  async function signUp() {
    people += 1;
    const email = `dora${people}-${release}@example.org`;
    const person = { email, password: "lantern orchard velvet nine" };
    await registerAndVerify(server, { ...person, name: "Dora" });
    const app = newApp();
    await app.client.signIn.email(person);
    return { ...app, person };
  }

  async function turnOn() {
    const { person, client, ...app } = await signUp();
    const { data, error } = await client.twoFactor.enable({ password: person.password });
    expect(error).toBeNull();
    const { secret, backupCodes } = shownIn(data);
    const confirmed = await client.twoFactor.verifyTotp({ code: codeOf(secret, server.clock) });
    expect(confirmed.error).toBeNull();
    server.clock.advance(totpStepMs);
    return { ...app, client, person, secret, backupCodes };
  }

  test("turns the second factor on, which counts from a right code on", async () => {
    const { client, person } = await signUp();
    const begun = await client.twoFactor.enable({ password: person.password });
    const { secret, backupCodes } = shownIn(begun.data);
    expect(backupCodes).toHaveLength(10);
    const wrong = await client.twoFactor.verifyTotp({ code: wrongCodeOf(secret, server.clock) });
    expect(wrong.error).toMatchObject({ status: 401, code: "INVALID_CODE" });
    expect((await newApp().client.signIn.email(person)).data?.token).toBeTruthy();
    expect((await client.twoFactor.verifyTotp({ code: codeOf(secret, server.clock) })).error).toBeNull();
    const { data } = await client.getSession();
    expect(data?.user).toMatchObject({ twoFactorEnabled: true });
    const again = await client.twoFactor.enable({ password: person.password });
    expect(again.error).toMatchObject({ status: 400, code: "TOTP_ALREADY_ENABLED" });
  });

  test("signs in with a code of the app, and no token is there before", async () => {
    const { person, secret } = await turnOn();
    const { client, tokens } = newApp();
    const first = await client.signIn.email(person);
    expect(first.data).toMatchObject({ twoFactorRedirect: true });
    expect(first.data?.token).toBeUndefined();
    expect(tokens).toEqual({ access: undefined, refresh: undefined });
    const wrong = await client.twoFactor.verifyTotp({ code: wrongCodeOf(secret, server.clock) });
    expect(wrong.error).toMatchObject({ status: 401, code: "INVALID_CODE" });
    const done = await client.twoFactor.verifyTotp({ code: codeOf(secret, server.clock) });
    expect(done.error).toBeNull();
    expect(tokens.access).toBe(done.data?.token);
    expect(tokens.refresh).toMatch(/^bpr_/);
    expect((await client.getSession()).data?.user.email).toBe(person.email);
  });

  test("signs in with one of the recovery codes that it showed, once", async () => {
    const { person, backupCodes } = await turnOn();
    const [code = ""] = backupCodes;
    const { client } = newApp();
    await client.signIn.email(person);
    expect((await client.twoFactor.verifyBackupCode({ code })).data?.token).toBeTruthy();
    const other = newApp();
    await other.client.signIn.email(person);
    const again = await other.client.twoFactor.verifyBackupCode({ code });
    expect(again.error).toMatchObject({ status: 401, code: "INVALID_BACKUP_CODE" });
  });

  test("shows no code where a device is trusted", async () => {
    const { person, secret } = await turnOn();
    const { client, tokens } = newApp();
    await client.signIn.email(person);
    const code = codeOf(secret, server.clock);
    expect((await client.twoFactor.verifyTotp({ code, trustDevice: true })).error).toBeNull();
    await client.signOut();
    tokens.access = undefined;
    expect((await client.signIn.email(person)).data?.token).toBeTruthy();
  });

  test("has no sign-in to finish without a password before, or with another app's", async () => {
    const { person, secret } = await turnOn();
    const { client } = newApp();
    await newApp().client.signIn.email(person);
    const answer = await client.twoFactor.verifyTotp({ code: codeOf(secret, server.clock) });
    expect(answer.error).toMatchObject({ status: 401, code: "INVALID_TWO_FACTOR_COOKIE" });
  });

  test("needs more than the password to turn it off or to see new codes: a code, which is a step-up", async () => {
    const { client, person, secret, tokens } = await turnOn();
    const { password } = person;
    server.clock.advance(11 * minute);
    for (const act of [client.twoFactor.disable, client.twoFactor.generateBackupCodes]) {
      expect((await act({ password })).error).toMatchObject({ status: 403, code: "step-up-required" });
    }
    const before = tokens.access ?? "";
    const code = codeOf(secret, server.clock);
    expect((await client.twoFactor.verifyTotp({ code })).error).toBeNull();
    const provenAt = (token: string | undefined) => Number(decodeJwt(token ?? "").auth_time);
    expect(provenAt(tokens.access) - provenAt(before)).toBeGreaterThanOrEqual(11 * 60);
    const renewed = await client.twoFactor.generateBackupCodes({ password });
    expect(renewed.data?.backupCodes).toHaveLength(10);
    expect((await client.twoFactor.disable({ password })).error).toBeNull();
    expect((await newApp().client.signIn.email(person)).data?.token).toBeTruthy();
  });

  test("is told when codes are guessed, and the factor rests", async () => {
    const { person, secret } = await turnOn();
    for (let guess = 0; guess < 10; guess += 1) {
      const { client } = newApp();
      await client.signIn.email(person);
      await client.twoFactor.verifyTotp({ code: wrongCodeOf(secret, server.clock) });
    }
    const { client } = newApp();
    await client.signIn.email(person);
    const rested = await client.twoFactor.verifyTotp({ code: codeOf(secret, server.clock) });
    expect(rested.error).toMatchObject({ status: 429, code: "ACCOUNT_TEMPORARILY_LOCKED" });
  });
});
