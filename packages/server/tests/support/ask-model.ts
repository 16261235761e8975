import type { UIMessageChunk } from "ai";
import { createAnswers } from "../../src/answers/answers.ts";
import { createOpenAiModel } from "../../src/answers/openai-model.ts";
import type { ModelBounds } from "../../src/answers/read-text.ts";
import { Secret } from "../../src/config/secret.ts";
import { type ModelReply, startModelServer } from "./model-server.ts";

export const modelKey = "sk-test-0123456789";

const passage = { title: "The lamp › Fuel", url: "/lamp#fuel", text: "Drain the tank once a week." };
const book = { search: async () => [{ ...passage, excerpt: passage.text, score: 1, coverage: 1 }] };

/** Answers over a book of one passage, by a provider whose replies a test writes. */
export async function openModelAnswers() {
  const provider = await startModelServer();
  const logged: string[] = [];

  function ask(reply: ModelReply | ModelReply[], bounds: Partial<ModelBounds> = {}, signal?: AbortSignal) {
    provider.reply(...[reply].flat());
    const answers = createAnswers({
      book,
      model: createOpenAiModel({ baseUrl: provider.baseUrl, name: "lamp-1", apiKey: new Secret(modelKey) }),
      bounds,
      log: { warn: (...what: unknown[]) => void logged.push(JSON.stringify(what)) },
    });
    return answers.stream({
      messageId: "1",
      question: "How often is the tank drained?",
      language: "en",
      history: [],
      signal: signal ?? new AbortController().signal,
    });
  }

  return {
    provider,
    logged,
    ask,
    /** To its end. */
    read: async (...asked: Parameters<typeof ask>) => {
      const { parts, usage } = ask(...asked);
      const all: UIMessageChunk[] = [];
      for await (const part of parts) all.push(part);
      const text = all.map((part) => (part.type === "text-delta" ? part.delta : "")).join("");
      return { text, end: all.at(-1)?.type, usage: await usage };
    },
    /** Before the next test. */
    forget: () => {
      logged.length = 0;
      provider.requests.length = 0;
    },
  };
}

export type ModelAnswers = Awaited<ReturnType<typeof openModelAnswers>>;
