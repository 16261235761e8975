import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** Words that mean the same; the first ones are those of the tests' book. */
const concepts = [
  ["storm", "storms", "hurricane", "tempest"],
  ["light", "ignite", "kindle"],
  ["lamp", "beacon"],
  ["prisms", "lens", "crystal"],
].map((words) => new Set(words));
const otherDimensions = 500;
/** Any other word counts so much less, and short ones not at all. */
const otherWeight = 0.1;

interface EmbeddingsRequest {
  readonly model: string;
  readonly input: readonly string[];
}

/** What is to be done with a request instead of answering it. */
type Trouble = "refuses" | "unknown" | "malformed" | "hangs" | undefined;

/** A provider that speaks OpenAI's embeddings route over a real socket, and understands a few words. */
export async function startEmbeddingsServer() {
  const requests: (EmbeddingsRequest & { headers: IncomingHttpHeaders })[] = [];
  let trouble: Trouble;
  const server = createServer(async (incoming, response) => {
    const body = (await json(incoming)) as EmbeddingsRequest;
    requests.push({ ...body, headers: incoming.headers });
    if (trouble === "hangs") return;
    response.setHeader("content-type", "application/json");
    const status = trouble === "refuses" ? 401 : trouble === "unknown" ? 404 : undefined;
    if (status !== undefined) {
      response.writeHead(status).end(JSON.stringify({ error: { message: `No: ${body.input.join()}` } }));
      return;
    }
    const data = body.input.map((text, index) => ({
      object: "embedding",
      index,
      embedding: embed(text),
    }));
    if (trouble === "malformed") data.pop();
    const usage = { prompt_tokens: 1, total_tokens: 1 };
    response.end(JSON.stringify({ object: "list", model: body.model, data, usage }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    be: (next: Trouble) => {
      trouble = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type EmbeddingsServer = Awaited<ReturnType<typeof startEmbeddingsServer>>;

function embed(text: string): number[] {
  const vector = new Array<number>(concepts.length + otherDimensions).fill(0);
  for (const word of text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) {
    const concept = concepts.findIndex((words) => words.has(word));
    const place = concept < 0 ? concepts.length + (hash(word) % otherDimensions) : concept;
    vector[place] = (vector[place] ?? 0) + (concept < 0 ? otherWeight : 1);
  }
  return vector;
}

function hash(word: string): number {
  let value = 0;
  for (const letter of word) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return value;
}
