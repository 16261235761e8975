import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EmbeddingsServer, startEmbeddingsServer } from "../../tests/support/embeddings-server.ts";
import { Secret } from "../config/secret.ts";
import { createOpenAiEmbeddings } from "./openai-embeddings.ts";

const key = "sk-test-0123456789";
let provider: EmbeddingsServer;
beforeAll(async () => {
  provider = await startEmbeddingsServer();
});
afterAll(() => provider.close());
afterEach(() => {
  provider.be(undefined);
});

function embed(texts: string[], { silenceMs = 5_000, signal = new AbortController().signal } = {}) {
  const { baseUrl } = provider;
  return createOpenAiEmbeddings({ baseUrl, name: "near-1", apiKey: new Secret(key), silenceMs }).embed(
    texts,
    signal,
  );
}

test("each text becomes one vector, in their order", async () => {
  const [storm, hurricane, lamp] = await embed(["storm", "hurricane", "lamp"]);
  expect(storm).toEqual(hurricane);
  expect(storm).not.toEqual(lamp);
});

test("what a failure says repeats neither the texts nor the key", async () => {
  provider.be("refuses");
  await expect(embed(["swordfish"])).rejects.toThrow(/^keyRefused \(HTTP 401\)$/);
});

test("fewer vectors than texts are not the protocol", async () => {
  provider.be("malformed");
  await expect(embed(["one", "two"])).rejects.toThrow(/^notTheProtocol/);
});

test("a model that says nothing is given up", async () => {
  provider.be("hangs");
  await expect(embed(["one"], { silenceMs: 50 })).rejects.toThrow(/^silent/);
});

test("who gives up is told so, not that the model failed", async () => {
  provider.be("hangs");
  const end = new AbortController();
  const asked = embed(["one"], { signal: end.signal });
  end.abort(new Error("the server stops"));
  await expect(asked).rejects.toThrow("the server stops");
});
