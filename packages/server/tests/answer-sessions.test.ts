import { afterAll, beforeAll, expect, test } from "vitest";
import type { SessionAnswer } from "../src/sessions/schemas.ts";
import type { TestBrowser } from "./support/browser.ts";
import { answerIdOf, readEvents } from "./support/event-reader.ts";
import { type ModelAnswer, type ModelServer, startModelServer } from "./support/model-server.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const password = "lantern orchard velvet nine";
let model: ModelServer;
let server: TestServer;
let asked: PromiseWithResolvers<ModelAnswer>;

const settings = () => ({
  LLM_BASE_URL: model.baseUrl,
  LLM_MODEL: "slow",
  ACCESS_TOKEN_TTL: "1m",
  EMAIL_VERIFICATION: "off",
  BOOKPLATE_SECRET: "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz",
});

beforeAll(async () => {
  model = await startModelServer();
  server = await startTestServer(settings());
});
afterAll(async () => {
  await server.close();
  await model.close();
});

/** Begins a conversation and an answer in it, of which "Open " has been read. */
async function ask(browser: TestBrowser, accessToken: string) {
  asked = Promise.withResolvers();
  model.reply((answer) => {
    answer.say("Open ");
    asked.resolve(answer);
  });
  const { id } = (await browser.post<{ id: string }>("/conversations", {}, { accessToken })).body;
  const response = await fetch(`${server.url}/api/v1/conversations/${id}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
    body: JSON.stringify({ content: "How do I light the lamp?" }),
  });
  const events = readEvents(response);
  const messageId = answerIdOf(await events.until('"delta":"Open '));
  return { id, events, messageId, answer: await asked.promise };
}

async function register(email: string, accessToken?: string) {
  const browser = server.browser();
  const { body } = await browser.post<SessionAnswer>(
    "/auth/register",
    { email, name: "Alice", password },
    { accessToken },
  );
  return { browser, ...body };
}

async function isStored(id: string, accessToken: string, content: string) {
  const read = () =>
    server.browser().get<{ items: { content: string; status: string }[] }>(`/conversations/${id}/messages`, {
      accessToken,
    });
  await expect
    .poll(async () => (await read()).body.items?.at(-1))
    .toMatchObject({ content, status: "complete" });
}

test("a stream outlives the access token that it began with", async () => {
  const { browser, accessToken } = await register("expiry@example.org");
  const { id, events, answer } = await ask(browser, accessToken);
  server.clock.advance(90_000);
  expect((await browser.get(`/conversations/${id}`, { accessToken })).body).toMatchObject({
    code: "token-expired",
  });
  answer.say("the valve.");
  answer.end();
  expect(await events.rest()).toContain("the valve.");
});

test("signing out cuts the open stream; the answer is stored to its end", async () => {
  const { browser, accessToken } = await register("sign-out@example.org");
  const { id, events, answer } = await ask(browser, accessToken);
  await browser.post("/auth/logout", {}, { accessToken });
  await expect(events.rest()).rejects.toThrow();
  answer.say("the valve.");
  answer.end();
  const again = await browser.post<SessionAnswer>("/auth/login", { email: "sign-out@example.org", password });
  await isStored(id, again.body.accessToken, "Open the valve.");
});

test("a guest who signs in while an answer is written reads on, and finds it in the account", async () => {
  await register("merge@example.org");
  const browser = server.browser();
  const guest = (await browser.post<SessionAnswer>("/auth/guest", {})).body;
  const { id, events, messageId, answer } = await ask(browser, guest.accessToken);
  const login = { email: "merge@example.org", password };
  const account = await browser.post<SessionAnswer>("/auth/login", login, { accessToken: guest.accessToken });
  expect(account.body.merged).toEqual({ conversations: 1 });
  const { accessToken } = account.body;
  const followed = readEvents(
    await fetch(`${server.url}/api/v1/messages/${messageId}/stream`, {
      headers: { authorization: `Bearer ${accessToken}` },
    }),
  );
  answer.say("the valve.");
  answer.end();
  expect(await events.rest()).toContain('"type":"finish"');
  expect(await followed.rest()).toContain("the valve.");
  await isStored(id, accessToken, "Open the valve.");
});

test("a server that is stopped tells its readers, and keeps what came", async () => {
  const { database, clock } = server;
  const other = await startTestServer(settings(), { database, clock });
  const browser = other.browser();
  const guest = (await browser.post<SessionAnswer>("/auth/guest", {})).body;
  const { body } = await browser.post<{ id: string }>(
    "/conversations",
    {},
    { accessToken: guest.accessToken },
  );
  model.reply((answer) => answer.say("Open "));
  const response = await fetch(`${other.url}/api/v1/conversations/${body.id}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${guest.accessToken}`, "content-type": "application/json" },
    body: JSON.stringify({ content: "How?" }),
  });
  const events = readEvents(response);
  await events.until('"delta":"Open ');
  const closed = other.close();
  expect(await events.rest()).toMatch(/"type":"error".*\n\ndata: \[DONE\]\n\n$/s);
  await closed;
  const stored = await database.db
    .selectFrom("message")
    .select(["content", "status"])
    .where("conversationId", "=", body.id)
    .orderBy("id", "desc")
    .executeTakeFirst();
  expect(stored).toEqual({ content: "Open ", status: "failed" });
});
