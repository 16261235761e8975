import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { type EmbeddingsServer, startEmbeddingsServer } from "./support/embeddings-server.ts";
import { guestWithChats } from "./support/guests.ts";
import { converse } from "./support/reports.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const key = "sk-test-0123456789";
/** Not one of its words is in the book. */
const hurricane = "hurricane approaching";
const storm = "/keeper#what-does-a-keeper-do-in-a-storm";
/** After a failure words have to do for half a minute. */
const restSeconds = 31;

let provider: EmbeddingsServer;
let server: TestServer;
let log = "";
beforeAll(async () => {
  provider = await startEmbeddingsServer();
  const settings = { LLM_BASE_URL: provider.baseUrl, LLM_API_KEY: key, EMBEDDINGS_MODEL: "concepts-1" };
  const write = (line: string) => {
    log += line;
  };
  server = await startTestServer(settings, undefined, pino({ level: "info" }, { write }));
  await waitUntil("the book to be read", 60_000, async () => (await find(hurricane)).length > 0 || undefined);
});
afterAll(async () => {
  await server.close();
  await provider.close();
});
afterEach(() => {
  provider.be(undefined);
  provider.requests.length = 0;
  log = "";
  server.clock.advance(restSeconds * 1000);
});

async function find(question: string): Promise<{ url: string; score: number }[]> {
  const answer = await fetch(`${server.url}/api/v1/book/search?q=${encodeURIComponent(question)}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { items: { url: string; score: number }[] }).items;
}

test("a question is found by what it means, where not one of its words is in the book", async () => {
  expect((await find(hurricane))[0]?.url).toBe(storm);
  expect((await find("Kindle beacon!"))[0]?.url).toBe("/lamp#how-do-i-light-the-lamp");
  expect(provider.requests.at(-1)).toMatchObject({
    model: "concepts-1",
    input: ["Kindle beacon!"],
    headers: { authorization: `Bearer ${key}` },
  });
});

test("words and meaning together put first what both find", async () => {
  const [first, second] = await find("Polish crystal with vinegar");
  expect(first?.url).toBe("/lamp#cleaning");
  expect(first?.score).toBeGreaterThan(second?.score ?? 1);
});

test("a question about something else finds nothing, however near the nearest passage is", async () => {
  expect(await find("Sonata violin pianist")).toEqual([]);
});

test("an answer rests on what was found by meaning", async () => {
  const { accessToken } = await guestWithChats(server.browser());
  const { messages } = await converse(server, accessToken, hurricane);
  expect(messages[1]?.sources.map(({ url }) => url)).toContain(storm);
  expect(messages[1]?.content).toContain("Sound the fog horn");
});

test("the same question asks the model once", async () => {
  await find("Tempest warning");
  await find("Tempest warning");
  expect(provider.requests).toHaveLength(1);
});

test("while the model refuses, words are enough; it is said once, without the key and the question", async () => {
  provider.be("refuses");
  expect((await find("vinegar swordfish"))[0]?.url).toBe("/lamp#cleaning");
  expect((await find("fog horn swordfish"))[0]?.url).toBe(storm);
  expect(provider.requests).toHaveLength(1);
  expect(log.match(/questions are searched by words alone/g)).toHaveLength(1);
  expect(log).toContain("keyRefused");
  for (const secret of [key, "swordfish"]) expect(log).not.toContain(secret);
  provider.be(undefined);
  server.clock.advance(restSeconds * 1000);
  expect((await find("Violent tempest"))[0]?.url).toBe(storm);
});

test("a model that says nothing is not waited for", async () => {
  provider.be("hangs");
  expect((await find("vinegar, unheard of"))[0]?.url).toBe("/lamp#cleaning");
  // Nor is it asked twice at once.
  expect((await find("vinegar, unheard of"))[0]?.url).toBe("/lamp#cleaning");
  expect(provider.requests).toHaveLength(1);
});
