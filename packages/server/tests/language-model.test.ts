import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Message } from "../src/chats/schemas.ts";
import { guestWithChats } from "./support/guests.ts";
import { type ModelServer, saying, startModelServer } from "./support/model-server.ts";
import { converse } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const key = "sk-test-0123456789";
let provider: ModelServer;
let server: TestServer;
let log: string;
beforeAll(async () => {
  provider = await startModelServer();
  const write = (line: string) => {
    log += line;
  };
  const lines = pino({ level: "debug" }, { write });
  const settings = {
    LLM_BASE_URL: provider.baseUrl,
    LLM_MODEL: "lamp-1",
    LLM_API_KEY: key,
    QUOTA_GUEST: "500000t/d",
    QUOTA_NETWORK: "none",
  };
  server = await startTestServer(settings, undefined, lines);
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
beforeEach(() => {
  log = "";
  provider.requests.length = 0;
});

/** What a new guest gets, and what it has used. */
async function ask(question: string): Promise<{ answer: Message | undefined; used: number | undefined }> {
  const { accessToken } = await guestWithChats(server.browser());
  const { messages } = await converse(server, accessToken, question);
  const { body } = await server
    .browser()
    .get<{ items: { quota: string; used: number }[] }>("/me/usage", { accessToken });
  return { answer: messages[1], used: body.items.find(({ quota }) => quota === "tokens")?.used };
}

test("a model that is named in the settings answers, with the book's places, and costs what its provider says", async () => {
  provider.reply(saying("Open the valve ", "a quarter turn.\0"));
  const { answer, used } = await ask("How do I light the lamp?");
  expect(answer).toMatchObject({ content: "Open the valve a quarter turn.", status: "complete" });
  expect(answer?.sources.map(({ url }) => url)).toContain("/lamp#how-do-i-light-the-lamp");
  expect(provider.requests[0]).toMatchObject({
    headers: { authorization: `Bearer ${key}` },
    body: { model: "lamp-1" },
  });
  expect(used).toBe(110);
});

test("a model that refuses costs nothing, and the reader gets quotations", async () => {
  provider.reply((answer) =>
    answer.refuse(401, { error: { message: `Incorrect API key provided: ${key}` } }),
  );
  const { answer, used } = await ask("How do I light the lamp?");
  expect(answer?.status).toBe("complete");
  expect(answer?.content).toContain("The language model does not answer at the moment");
  expect(answer?.content).toContain("Open the valve a quarter turn");
  expect(used).toBe(0);
  expect(log).toContain('"failure":"keyRefused"');
});

test("a model that breaks off leaves what it wrote, as failed", async () => {
  provider.reply((answer) => {
    answer.say("Open the ");
    setImmediate(answer.cut);
  });
  const { answer } = await ask("How do I light the lamp?");
  expect(answer).toMatchObject({ content: "Open the ", status: "failed" });
});

test("the log has neither the key nor what a reader asked", async () => {
  provider.reply((answer, { body }) =>
    answer.refuse(400, { error: { message: `Bad: ${JSON.stringify(body)}, ${key}` } }),
  );
  await ask("Is my password swordfish?");
  expect(log).toContain('"failure":"requestRefused"');
  for (const secret of [key, "swordfish"]) expect(log).not.toContain(secret);
});
