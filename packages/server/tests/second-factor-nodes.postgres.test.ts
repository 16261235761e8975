import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { loadConfig } from "../src/config/load.ts";
import { createLog } from "../src/log.ts";
import { type RunningServer, startServer } from "../src/server.ts";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { createBrowser } from "./support/browser.ts";
import { alice } from "./support/people.ts";
import { codeOf, login, secondStep, wrongCodeOf } from "./support/second-factor.ts";
import { createTestDatabase, type TestDatabase } from "./support/test-database.ts";

const publicUrl = "http://localhost:7860";
const directory = mkdtempSync(join(tmpdir(), "bookplate-factors-"));
const clock = { now: () => new Date() };
const twenty = Array.from({ length: 20 }, (_, index) => index);
let database: TestDatabase;
let running: RunningServer[];

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresUrl"));
  const ports = [await findFreePort(), await findFreePort()];
  running = await Promise.all(
    ports.map((port) => {
      const settings = {
        PORT: String(port),
        PUBLIC_URL: publicUrl,
        DATABASE_URL: database.url,
        BOOKPLATE_DATA_DIR: join(directory, String(port)),
        BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
        BOOK_DIR: join(import.meta.dirname, "book"),
        BCRYPT_COST: "10",
        EMAIL_VERIFICATION: "off",
        LIMITS: "off",
      };
      return startServer(loadConfig(settings), createLog("fatal"));
    }),
  );
});
afterAll(async () => {
  await Promise.all(running.map((node) => node.close()));
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

/** A browser at either node, in turn. */
const at = (index: number) => {
  const browser = createBrowser(`http://localhost:${running[index % 2]?.port}`);
  const here = { origin: publicUrl };
  return {
    ...browser,
    post: <T>(path: string, body?: unknown, options = {}) =>
      browser.post<T>(path, body, { ...here, ...options }),
  };
};

async function turnOn(email: string) {
  const person = { ...alice, email };
  const { body } = await at(0).post<SessionAnswer>("/auth/register", { ...person, delivery: "body" });
  const begun = await at(0).post<{ secret: string }>("/me/second-factor/totp", undefined, body);
  const code = codeOf(begun.body.secret, clock);
  const confirmed = await at(1).post<{ recoveryCodes: string[] }>(
    "/me/second-factor/totp/confirm",
    { code },
    body,
  );
  expect(confirmed.status).toBe(200);
  return { person, secret: begun.body.secret, recoveryCodes: confirmed.body.recoveryCodes };
}

const challengesOf = (person: typeof alice) =>
  Promise.all(twenty.map(async (index) => (await login(at(index), person)).body.challenge));
const submit = (challenges: readonly string[], step: object) =>
  Promise.all(challenges.map((challenge, index) => secondStep(at(index), { ...step, challenge })));

test("a code counts once, of twenty sign-ins at two nodes at once, and so does a recovery code", async () => {
  const { person, secret } = await turnOn("alice@example.org");
  const challenges = await challengesOf(person);
  // The next one: that of now has confirmed the app.
  const byCode = await submit(challenges, { code: codeOf(secret, clock, 1) });
  expect(byCode.filter(({ status }) => status === 200)).toHaveLength(1);
  // The factor rests after so many wrong ones, so the other half has a reader of its own.
  const other = await turnOn("bob@example.org");
  const step = { method: "recovery-code", code: other.recoveryCodes[0] };
  const byRecoveryCode = await submit(await challengesOf(other.person), step);
  expect(byRecoveryCode.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("guesses at two nodes at once are counted together", async () => {
  const { person, secret } = await turnOn("carol@example.org");
  const answers = await submit(await challengesOf(person), { code: wrongCodeOf(secret, clock) });
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...Array(10).fill(401),
    ...Array(10).fill(429),
  ]);
});

test("a challenge that began at one node is finished at the other, once", async () => {
  const { person, recoveryCodes } = await turnOn("dora@example.org");
  const { challenge } = (await login(at(0), person)).body;
  const answers = await Promise.all(
    recoveryCodes.map((code, index) =>
      secondStep(at(index + 1), { challenge, method: "recovery-code", code }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)]);
});
