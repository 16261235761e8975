import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { waitUntil } from "../../scripts/wait-until.ts";

const patienceMs = 60_000;

/** A language model behind OpenAI's protocol that says a word when the journey tells it to, and not before. */
export interface SlowModel {
  /** For the server that asks it. */
  readonly settings: Readonly<Record<"LLM_BASE_URL" | "LLM_API_KEY" | "LLM_MODEL" | "LLM_TIMEOUT", string>>;
  /** Says more of the newest answer; waits until there is one. */
  readonly say: (text: string) => Promise<void>;
  /** Ends the newest answer. */
  readonly end: () => Promise<void>;
  /** Breaks off the newest answer. */
  readonly fail: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startSlowModel(): Promise<SlowModel> {
  let answer: ServerResponse | undefined;
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    answer = response;
    // A stopped answer is asked for no more.
    response.once("close", () => {
      if (answer === response) answer = undefined;
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;

  const send = async (choice: object) => {
    const current = await waitUntil("The model is asked", patienceMs, async () =>
      answer?.writable ? answer : undefined,
    );
    const chunk = { id: "1", object: "chat.completion.chunk", created: 1, model: "slow" };
    current.write(`data: ${JSON.stringify({ ...chunk, choices: [{ index: 0, ...choice }] })}\n\n`);
    return current;
  };
  return {
    settings: {
      LLM_BASE_URL: `http://127.0.0.1:${port}/v1`,
      LLM_API_KEY: "none",
      LLM_MODEL: "slow",
      // It says nothing for as long as the journey takes over what it does in between.
      LLM_TIMEOUT: "10m",
    },
    say: async (content) => {
      await send({ delta: { content }, finish_reason: null });
    },
    end: async () => {
      const current = await send({ delta: {}, finish_reason: "stop" });
      current.end("data: [DONE]\n\n");
      answer = undefined;
    },
    fail: async () => {
      (await send({ delta: {}, finish_reason: null })).destroy();
      answer = undefined;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
