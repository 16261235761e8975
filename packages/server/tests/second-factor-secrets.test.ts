import { afterEach, beforeEach, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import type { OpenDatabase } from "../src/database/database.ts";
import { SecretNeededError } from "../src/secrets/errors.ts";
import { createTestClock, type TestClock } from "./support/clock.ts";
import { openPreparedDatabase } from "./support/database.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { codeOf, login, secondStep, totpStepMs, turnOnTotp } from "./support/second-factor.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const first = "1:kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const second = "2:Yt5RmQ8wLz3KpXv7Nc1JhB6gFdSaE9uO4iWq";
const day = 24 * 60 * 60_000;

let database: OpenDatabase;
let clock: TestClock;
let port: number;
let server: TestServer | undefined;
beforeEach(async () => {
  database = await openPreparedDatabase();
  clock = createTestClock();
  port = await findFreePort();
});
afterEach(async () => {
  await server?.close();
  await database.close();
});

async function startWith(secrets: string): Promise<TestServer> {
  await server?.close();
  server = undefined;
  server = await startTestServer({ PORT: String(port), BOOKPLATE_SECRET: secrets }, { database, clock });
  return server;
}

test("a second factor goes on under another secret once it is moved, and keeps the first one until then", async () => {
  const before = await startWith(first);
  const { accessToken } = await registerAndVerify(before, alice);
  const { secret, recoveryCodes } = await turnOnTotp(before, accessToken);

  const both = await startWith(`${second},${first}`);
  const needs = async () =>
    (await both.keys.listSecrets()).find(({ id }) => id === "1")?.needs.map(({ thing }) => thing);
  expect(await needs()).toContain("second-factors");
  clock.advance(8 * day);
  await expect(startWith(second)).rejects.toBeInstanceOf(SecretNeededError);

  const moving = await startWith(`${second},${first}`);
  await moving.keys.reencrypt();
  const report = await moving.keys.listSecrets();
  expect(report.find(({ id }) => id === "1")?.needs.map(({ thing }) => thing)).not.toContain(
    "second-factors",
  );

  const after = await startWith(second);
  const signIn = async (step: object) => {
    const { challenge } = (await login(after.browser(), alice)).body;
    return (await secondStep(after.browser(), { challenge, ...step })).status;
  };
  clock.advance(totpStepMs);
  expect(await signIn({ code: codeOf(secret, clock) })).toBe(200);
  expect(await signIn({ method: "recovery-code", code: recoveryCodes[0] })).toBe(200);
});
