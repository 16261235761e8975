// Guessing the password of one account. OWASP ASVS 5.0, 6.3.1.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressOf, countingServer, from, guess, guessFromEverywhere } from "./support/attacks.ts";
import { person, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

/** What one account takes in an hour from everywhere together, and from one address. */
const ofAccount = 30;
const ofAccountAtAddress = 20;
const minute = 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(countingServer);
});
afterAll(() => server.close());

const count = (statuses: readonly number[], status: number) =>
  statuses.filter((one) => one === status).length;

test("of twenty wrong passwords from one address the last ten are refused, with a time to come back", async () => {
  const anna = person("Anna");
  await registerAndVerify(server, anna);
  const answers = [];
  for (let turn = 0; turn < 20; turn += 1) answers.push(await guess(server, anna.email, "203.0.113.1"));
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), ...Array(10).fill(429)]);
  const refused = answers.at(-1);
  expect(refused?.body).toMatchObject({ code: "too-many-requests", limit: 10, remaining: 0 });
  expect(refused?.headers.get("ratelimit")).toMatch(/^"login";r=0;t=\d+/);
  const seconds = Number(refused?.headers.get("retry-after"));
  server.clock.advance(seconds * 1000);
  expect((await guess(server, anna.email, "203.0.113.1")).status).toBe(401);
});

test("an address that waits each time gets no further than twenty tries an hour at one account, and others get on", async () => {
  const { email } = person("Bruno");
  const statuses: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    for (let more = 0; more < 10; more += 1) {
      statuses.push((await guess(server, email, "203.0.113.2")).status);
    }
    server.clock.advance(minute);
  }
  expect(count(statuses, 401)).toBe(ofAccountAtAddress);
  const elsewhere = { ...person("Bert"), ...from("203.0.113.2") };
  expect((await guess(server, elsewhere.email, "203.0.113.2")).status).toBe(401);
  expect((await guess(server, email, "203.0.113.3")).status).toBe(401);
});

test("five hundred addresses together get no more tries at an account than its limit, and the right password none", async () => {
  const clara = person("Clara");
  await registerAndVerify(server, clara);
  const statuses = await guessFromEverywhere(server, clara.email, 500);
  expect(count(statuses, 401)).toBe(ofAccount);
  expect(count(statuses, 429)).toBe(500 - ofAccount);
  const { email, password } = clara;
  const right = await server.browser().post("/auth/login", { email, password }, from(addressOf(600)));
  expect(right).toMatchObject({ status: 429, body: { code: "too-many-requests", limit: ofAccount } });
  server.clock.advance(60 * minute);
  expect((await server.browser().post("/auth/login", { email, password }, from(addressOf(600)))).status).toBe(
    200,
  );
});

test("capitals, spaces and other forms of the same letters are one account", async () => {
  const forms = [
    "dora@example.org",
    "DORA@Example.ORG",
    "  dora@example.org ",
    "ｄｏｒａ@example.org",
    "dora@ｅxample.org",
  ];
  const statuses: number[] = [];
  for (let turn = 0; turn < ofAccount + forms.length; turn += 1) {
    const email = forms[turn % forms.length] ?? "";
    statuses.push((await guess(server, email, addressOf(1000 + turn))).status);
  }
  expect(statuses).toEqual([...Array(ofAccount).fill(401), ...Array(forms.length).fill(429)]);
});

test("an account that does not exist is counted and refused like one that does", async () => {
  const emil = person("Emil");
  await registerAndVerify(server, emil);
  const answersOf = async (email: string, first: number) => {
    const answers = [];
    for (let turn = 0; turn <= ofAccount; turn += 1) {
      const { status, headers, body } = await guess(server, email, addressOf(first + turn));
      const { requestId: _, resetAt: __, ...said } = body;
      const names = [...headers.keys()].sort();
      answers.push({ status, said, names, policy: headers.get("ratelimit-policy") });
    }
    return answers;
  };
  expect(await answersOf("nobody@example.org", 2000)).toEqual(await answersOf(emil.email, 3000));
});

test("Better Auth's address for signing in and ours count together", async () => {
  const { email } = person("Franz");
  const password = "not the password at all";
  const statuses: number[] = [];
  for (let turn = 0; turn < ofAccount + 4; turn += 1) {
    const path = turn % 2 === 0 ? "/auth/login" : "/api/auth/sign-in/email";
    const answer = await server.browser().post(path, { email, password }, from(addressOf(4000 + turn)));
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(ofAccount).fill(401), 429, 429, 429, 429]);
});

test("a borrowed session gets ten tries at the password by whichever way, and they count at the sign-in too", async () => {
  const gerda = person("Gerda");
  const session = await registerAndVerify(server, gerda);
  const wrong = "not the password at all";
  const ways: [path: string, body: object][] = [
    ["/auth/step-up", { password: wrong }],
    ["/auth/password/change", { currentPassword: wrong, newPassword: "copper meadow whistle four" }],
    ["/api/auth/change-password", { currentPassword: wrong, newPassword: "copper meadow whistle four" }],
    ["/me/email", { newEmail: "somebody@example.org", password: wrong }],
  ];
  const statuses: number[] = [];
  for (let turn = 0; turn < 12; turn += 1) {
    const [path = "", body] = ways[turn % ways.length] ?? [];
    const options = { ...session, ...from(addressOf(5000 + turn)) };
    statuses.push((await server.browser().post(path, body, options)).status);
  }
  expect(count(statuses, 429)).toBe(2);
  const outside = await Promise.all(
    Array.from({ length: ofAccount }, (_, index) => guess(server, gerda.email, addressOf(5100 + index))),
  );
  expect(
    count(
      outside.map(({ status }) => status),
      401,
    ),
  ).toBe(ofAccount - 10);
});
