import { afterAll, beforeAll, expect, test } from "vitest";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const apps = 12;

let server: TestServer;
let tokens: string[];
beforeAll(async () => {
  server = await startTestServer();
  const { email, password } = alice;
  await registerAndVerify(server, alice);
  tokens = await Promise.all(
    Array.from({ length: apps }, async () => {
      const { body } = await server
        .browser()
        .post<{ refreshToken: string }>("/auth/login", { email, password, delivery: "body" });
      return body.refreshToken;
    }),
  );
});
afterAll(() => server.close());

async function refresh(refreshToken: string): Promise<{ status: number; refreshToken: string }> {
  const answer = await fetch(`${server.url}/api/v1/auth/refresh`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ refreshToken }),
  });
  const { refreshToken: successor } = (await answer.json()) as { refreshToken: string };
  return { status: answer.status, refreshToken: successor };
}

/** Twice the grace, after which a token is renewed. */
const untilRenewed = () => server.clock.advance(61_000);

test("many sessions that are refreshed at the same moment each get their own next token, and a session asked for twice gets one", async () => {
  untilRenewed();
  const answers = await Promise.all([...tokens, ...tokens].map(refresh));
  expect(answers.map(({ status }) => status)).toEqual(Array(2 * apps).fill(200));
  const successors = answers.map(({ refreshToken }) => refreshToken);
  expect(successors.slice(apps)).toEqual(successors.slice(0, apps));
  expect(new Set([...tokens, ...successors]).size).toBe(2 * apps);
  tokens = successors.slice(0, apps);
});

test("a session that ended meanwhile is refused, and the others that are asked for with it go on", async () => {
  untilRenewed();
  const [ended = "", ...others] = tokens;
  await server.browser().post("/auth/logout", { refreshToken: ended });
  const [refused, ...answers] = await Promise.all([ended, ...others].map(refresh));
  expect(refused?.status).toBe(401);
  expect(answers.map(({ status }) => status)).toEqual(Array(apps - 1).fill(200));
  tokens = answers.map(({ refreshToken }) => refreshToken);
});

test("turns of one session at different counters do not take each other's answer", async () => {
  const [first = ""] = tokens;
  untilRenewed();
  const { refreshToken: second } = await refresh(first);
  untilRenewed();
  const { refreshToken: third } = await refresh(second);
  untilRenewed();
  const [stolen, next] = await Promise.all([refresh(first), refresh(third)]);
  expect(stolen.status).toBe(401);
  expect([200, 401]).toContain(next.status);
  expect((await refresh(third)).status).toBe(401);
});
