import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import { alice, person, registerAndVerify } from "./support/people.ts";
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

const twenty = Array.from({ length: 20 });
const challengesOf = (times: readonly unknown[]) =>
  Promise.all(times.map(async () => (await login(server.browser(), reader)).body.challenge));
const statusesOf = (answers: readonly { status: number }[]) => answers.map(({ status }) => status).sort();

test("of twenty sign-ins with one code at once, one succeeds", async () => {
  const challenges = await challengesOf(twenty);
  server.clock.advance(totpStepMs);
  const code = codeOf(factor.secret, server.clock);
  const answers = await Promise.all(
    challenges.map((challenge) => secondStep(server.browser(), { challenge, code })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("of twenty sign-ins with one recovery code at once, one succeeds", async () => {
  const challenges = await challengesOf(twenty);
  const [code] = factor.recoveryCodes;
  const step = { method: "recovery-code", code };
  const answers = await Promise.all(
    challenges.map((challenge) => secondStep(server.browser(), { ...step, challenge })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("of twenty submissions of one challenge at once, with codes that are all right, one signs in", async () => {
  const [challenge] = await challengesOf([1]);
  server.clock.advance(totpStepMs);
  const codes = [codeOf(factor.secret, server.clock), ...factor.recoveryCodes];
  const answers = await Promise.all(
    twenty.map((_, index) => {
      const code = codes[index % codes.length] ?? "";
      const method = code.includes("-") ? "recovery-code" : "totp";
      return secondStep(server.browser(), { challenge, method, code });
    }),
  );
  expect(statusesOf(answers)).toEqual([200, ...twenty.slice(1).map(() => 400)]);
  const { body } = await server.browser().get<{ items: object[] }>("/me/sessions", session);
  expect(body.items).toHaveLength(2);
});

test("of twenty guesses at once, ten are looked at", async () => {
  const challenges = await challengesOf(twenty);
  const code = wrongCodeOf(factor.secret, server.clock);
  const answers = await Promise.all(
    challenges.map((challenge) => secondStep(server.browser(), { challenge, code })),
  );
  expect(statusesOf(answers)).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
});

test("of twenty confirmations of one set-up at once, one brings recovery codes, and these count", async () => {
  const other = await registerAndVerify(server, person(`Bob${people}`));
  const { body } = await server
    .browser()
    .post<{ secret: string }>("/me/second-factor/totp", undefined, other);
  const code = codeOf(body.secret, server.clock);
  const answers = await Promise.all(
    twenty.map(() =>
      server.browser().post<{ recoveryCodes: string[] }>("/me/second-factor/totp/confirm", { code }, other),
    ),
  );
  expect(statusesOf(answers)).toEqual([200, ...twenty.slice(1).map(() => 401)]);
  const [recoveryCode] = answers.find(({ status }) => status === 200)?.body.recoveryCodes ?? [];
  const challenge = (await login(server.browser(), person(`Bob${people}`))).body.challenge;
  const step = { challenge, method: "recovery-code", code: recoveryCode };
  expect((await secondStep(server.browser(), step)).status).toBe(200);
});

test("a sign-in that is under way while the second factor is turned on ends at it", async () => {
  const other = person(`Carol${people}`);
  const { accessToken } = await registerAndVerify(server, other);
  const { body } = await server
    .browser()
    .post<{ secret: string }>("/me/second-factor/totp", undefined, { accessToken });
  const code = codeOf(body.secret, server.clock);
  const [, ...answers] = await Promise.all([
    server.browser().post("/me/second-factor/totp/confirm", { code }, { accessToken }),
    ...twenty.map(() => login(server.browser(), other)),
  ]);
  expect(statusesOf(answers)).toEqual(twenty.map(() => 200));
  const after = await login(server.browser(), other);
  expect(after.body.status).toBe("second-factor-required");
});
