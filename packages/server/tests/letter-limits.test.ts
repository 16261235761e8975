import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person, registerAndVerify } from "./support/people.ts";
import { letterAfter } from "./support/recovery.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const hour = 60 * 60_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ LIMITS: "on", TRUSTED_PROXIES: "127.0.0.1/32,::1/128" });
});
afterAll(() => server.close());

let addresses = 0;
/** Each time from somewhere else. */
const from = () => ({
  headers: { "x-forwarded-for": `198.51.${100 + (addresses >> 8)}.${addresses++ & 255}` },
});

/** Everything that was asked for has been decided. */
const decided = () =>
  expect
    .poll(
      async () => (await sql`select id from letter_request limit 1`.execute(server.database.db)).rows.length,
    )
    .toBe(0);

test("a mailbox gets ten letters an hour at the most, whoever asks for them from wherever, and answers stay alike", async () => {
  const dora = person("Dora");
  await registerAndVerify(server, dora);
  const requests: [string, object][] = [
    ["/auth/register", dora],
    ["/auth/password/forgot", { email: dora.email }],
    ["/auth/magic-link", { email: dora.email }],
    ["/auth/verify-email/resend", { email: dora.email }],
  ];
  // A hundred in all.
  for (let turn = 0; turn < 25; turn += 1) {
    const asked = requests.map(([path, body]) => server.browser().post(path, body, from()));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  }
  await decided();
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from letter where recipient = ${dora.email}`.execute(server.database.db);
  expect(rows).toEqual([{ count: 10 }]);

  server.clock.advance(hour + 1000);
  await letterAfter(server, dora.email, "password-reset", () =>
    server.browser().post("/auth/password/forgot", { email: dora.email }, from()),
  );
});

test("an account asks for so many other addresses an hour, and one network for so many letters", async () => {
  const { accessToken } = await registerAndVerify(server, person("Emil"));
  const statuses = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const newEmail = `stranger${turn}@example.org`;
    const answer = await server.browser().post("/me/email", { newEmail }, { accessToken, ...from() });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([...Array(10).fill(202), 429]);

  const here = from();
  const asked = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const email = `somebody${turn}@example.org`;
    asked.push((await server.browser().post("/auth/password/forgot", { email }, here)).status);
  }
  expect(asked).toEqual([...Array(10).fill(202), 429]);
});
