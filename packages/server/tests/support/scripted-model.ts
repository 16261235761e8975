import type { LanguageModel, ModelPrompt, ModelStreamPart } from "../../src/answers/language-model.ts";

/** A language model that says what a test tells it, when the test tells it. */
export interface ScriptedModel {
  readonly model: LanguageModel;
  /** What it was sent, request by request. */
  readonly prompts: readonly ModelPrompt[];
  /** Settles when an answer has been asked for. */
  asked(): Promise<void>;
  write(delta: string): void;
  finish(): void;
  fail(error: Error): void;
}

const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

export function createScriptedModel(): ScriptedModel {
  let controller: ReadableStreamDefaultController<ModelStreamPart> | undefined;
  let asked = Promise.withResolvers<void>();
  const prompts: ModelPrompt[] = [];
  return {
    prompts,
    model: {
      specificationVersion: "v4",
      provider: "test",
      modelId: "scripted",
      supportedUrls: {},
      doGenerate: () => Promise.reject(new Error("Answers are streamed.")),
      doStream: async ({ prompt }) => {
        prompts.push(prompt);
        const stream = new ReadableStream<ModelStreamPart>({
          start: (created) => {
            controller = created;
          },
        });
        controller?.enqueue({ type: "stream-start", warnings: [] });
        controller?.enqueue({ type: "text-start", id: "0" });
        asked.resolve();
        return { stream };
      },
    },
    asked: async () => {
      await asked.promise;
      asked = Promise.withResolvers();
    },
    write: (delta) => controller?.enqueue({ type: "text-delta", id: "0", delta }),
    finish: () => {
      controller?.enqueue({ type: "text-end", id: "0" });
      controller?.enqueue({ type: "finish", finishReason: { unified: "stop", raw: undefined }, usage });
      controller?.close();
    },
    fail: (error) => {
      controller?.enqueue({ type: "error", error });
      controller?.close();
    },
  };
}
