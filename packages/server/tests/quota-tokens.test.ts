import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask, readUsage, waitForNoon } from "./support/asking.ts";
import { type ModelServer, saying, startModelServer } from "./support/model-server.ts";
import { alice, registerAndVerify } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let model: ModelServer;
let server: TestServer;
let people = 0;
let accessToken: string;
beforeAll(async () => {
  model = await startModelServer();
  const llm = { LLM_BASE_URL: model.baseUrl, LLM_MODEL: "m", LLM_MAX_OUTPUT_TOKENS: "1000" };
  // One answer may cost 15,000 at the most.
  server = await startTestServer({ ...llm, QUOTA_USER: "10/d,16000t/d" });
  waitForNoon(server.clock);
});
beforeEach(async () => {
  people += 1;
  const person = { ...alice, email: `alice-${people}@example.org` };
  ({ accessToken } = await registerAndVerify(server, person, { delivery: "body" }));
});
afterAll(async () => {
  await server.close();
  await model.close();
});

const used = async () =>
  Object.fromEntries((await readUsage(server, accessToken)).map(({ quota, used }) => [quota, used]));

test("what the model says that an answer cost is counted, and a question that could cost too much never reaches it", async () => {
  model.reply(saying("The lamp is lit at dusk."));
  const answer = await ask(server, accessToken);
  expect(answer.headers.get("ratelimit-policy")).toBe('"messages";q=10;w=86400, "tokens";q=16000;w=86400');
  expect(await used()).toEqual({ messages: 1, tokens: 110 });

  model.reply((reply) => {
    reply.say("The lamp is lit at dusk.");
    reply.end({ prompt_tokens: 900, completion_tokens: 100 });
  });
  await ask(server, accessToken);
  const requests = model.requests.length;
  expect(await ask(server, accessToken)).toMatchObject({
    status: 429,
    body: { code: "quota-exceeded", quota: "tokens", scope: "user", limit: 16_000, remaining: 14_890 },
  });
  expect(model.requests).toHaveLength(requests);
  expect(await used()).toEqual({ messages: 2, tokens: 1110 });
});

test("an answer whose model breaks off half way counts, with what it wrote", async () => {
  model.reply((reply) => {
    reply.say(`The lamp ${"burns ".repeat(50)}`);
    reply.cut();
  });
  await ask(server, accessToken);
  const { messages, tokens } = await used();
  expect(messages).toBe(1);
  expect(tokens).toBeGreaterThan(100);
  expect(tokens).toBeLessThan(15_000);
});

test("where the model refuses, the quotations in its place are a question, and no tokens", async () => {
  model.reply((reply) => reply.refuse(401, { error: { message: "no such key" } }));
  expect((await ask(server, accessToken)).status).toBe(200);
  expect(await used()).toEqual({ messages: 1, tokens: 0 });
});
