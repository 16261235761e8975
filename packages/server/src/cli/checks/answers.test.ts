import { loadTerminal } from "@bookplate/messages/terminal";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddingsServer, startEmbeddingsServer } from "../../../tests/support/embeddings-server.ts";
import {
  type ModelReply,
  type ModelServer,
  saying,
  startModelServer,
} from "../../../tests/support/model-server.ts";
import { Secret } from "../../config/secret.ts";
import { checkAnswers, checkEmbeddings } from "./answers.ts";

const key = "sk-test-0123456789";
let provider: ModelServer;
let embedder: EmbeddingsServer;
beforeAll(async () => {
  provider = await startModelServer();
  embedder = await startEmbeddingsServer();
});
afterAll(async () => {
  await provider.close();
  await embedder.close();
});

async function look(reply: ModelReply, silenceMs = 5_000) {
  provider.reply(reply);
  const model = {
    baseUrl: provider.baseUrl,
    name: "lamp-1",
    apiKey: new Secret(key),
    maxOutputTokens: 100,
    silenceMs,
  };
  return checkAnswers(model, await loadTerminal("en"));
}

test("without a language model there is nothing to mend", async () => {
  expect(await checkAnswers(undefined, await loadTerminal("en"))).toMatchObject({
    status: "ok",
    found: "extracts quotes the book; no language model is set",
  });
});

test("a language model that answers is named", async () => {
  const { host } = new URL(provider.baseUrl);
  expect(await look(saying("Yes."))).toMatchObject({ status: "ok", found: `${host} answers with lamp-1` });
});

const failing: Record<string, [ModelReply, string, string]> = {
  "a wrong key": [
    (a) => a.refuse(401, { error: { message: `Incorrect API key provided: ${key}` } }),
    "the key is refused (Incorrect API key provided: [secret])",
    "LLM_API_KEY=sk-…",
  ],
  "a wrong name": [
    (a) => a.refuse(404, { error: { message: "The model `lamp-1` does not exist" } }),
    "there is no such model, or not for this key (The model `lamp-1` does not exist)",
    "LLM_MODEL=lamp-1",
  ],
  "an address of something else": [
    (a) => a.refuse(200, "<html>", { "content-type": "text/html" }),
    "what it says is not OpenAI's protocol",
    "LLM_BASE_URL=http://127",
  ],
  "no credit": [
    (a) => a.refuse(429, { error: { message: "You exceeded your quota" } }, { "retry-after": "3600" }),
    "too many requests, or no credit is left (You exceeded your quota)",
    "LLM_BASE_URL=http://127",
  ],
};
test.each(Object.entries(failing))(
  "%s is said plainly, with the line to write",
  async (_, [reply, found, write]) => {
    const finding = await look(reply);
    expect(finding).toMatchObject({ status: "fail", found: expect.stringContaining(found) });
    expect(JSON.stringify(finding)).toContain(write);
    expect(JSON.stringify(finding)).not.toContain(key);
  },
);

test("silence is said plainly", async () => {
  expect(await look(() => {}, 100)).toMatchObject({ status: "fail", write: ["LLM_TIMEOUT=2m"] });
});

test("a model for embeddings is named with the length of its vectors, or with the line that mends it", async () => {
  const words = await loadTerminal("en");
  const { host } = new URL(embedder.baseUrl);
  const model = { baseUrl: embedder.baseUrl, name: "near-1", apiKey: new Secret(key), silenceMs: 5_000 };
  expect(await checkEmbeddings(undefined, words)).toEqual([]);
  expect(await checkEmbeddings(model, words)).toEqual([
    { group: "answers", status: "ok", found: `${host} makes embeddings with near-1, of 504 numbers` },
  ]);
  embedder.be("refuses");
  const [refused] = await checkEmbeddings(model, words);
  expect(refused).toMatchObject({ status: "fail", write: ["LLM_API_KEY=sk-…"] });
  const wrong = { ...model, baseUrl: embedder.baseUrl.replace("/v1", "/v2") };
  embedder.be("unknown");
  expect(await checkEmbeddings(wrong, words)).toMatchObject([{ write: ["EMBEDDINGS_MODEL=near-1"] }]);
});
