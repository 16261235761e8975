import type { ModelConfig } from "../config/config.ts";
import type { LanguageModel, ModelStreamPart } from "./language-model.ts";
import { ModelFailure } from "./model-failure.ts";
import { openOpenAiProvider } from "./openai-provider.ts";

/** A language model behind OpenAI's chat completions protocol, whoever speaks it. Fails with a `ModelFailure` only. */
export function createOpenAiModel(config: Omit<ModelConfig, "maxOutputTokens" | "silenceMs">): LanguageModel {
  const { hostname } = new URL(config.baseUrl);
  const { load, failed } = openOpenAiProvider(config, {
    includeUsage: true,
    transformRequestBody: (body) => (hostname === "api.openai.com" ? withCompletionTokens(body) : body),
  });
  let opened: Promise<LanguageModel> | undefined;
  // Kept: each makes a hundred schemas of its own, which took more memory and time than an answer does.
  const open = () => (opened ??= load().then((provider) => provider.chatModel(config.name)));
  return {
    specificationVersion: "v4",
    provider: hostname,
    modelId: config.name,
    supportedUrls: {},
    async doGenerate(call) {
      const model = await open();
      try {
        return await model.doGenerate(call);
      } catch (error) {
        throw failed(error);
      }
    },
    async doStream(call) {
      const model = await open();
      try {
        const { stream } = await model.doStream(call);
        return { stream: ReadableStream.from(readParts(stream, failed)) };
      } catch (error) {
        throw failed(error);
      }
    },
  };
}

async function* readParts(
  stream: ReadableStream<ModelStreamPart>,
  failed: (error: unknown) => ModelFailure,
): AsyncGenerator<ModelStreamPart> {
  let spoke = false;
  try {
    for await (const part of stream) {
      if (part.type === "error") throw part.error;
      if (part.type === "response-metadata" || part.type.endsWith("-delta")) spoke = true;
      yield part;
    }
  } catch (error) {
    const failure = failed(error);
    // A stream without a word of the protocol was something else from its beginning.
    throw failure.kind === "brokeOff" && isUnfinished(error) && !spoke
      ? new ModelFailure("notTheProtocol", failure.facts)
      : failure;
  }
}

/** The protocol names a reason at its end; a connection that merely closes has lost the rest. */
const isUnfinished = (error: unknown) =>
  error instanceof Error && error.name === "AI_InvalidResponseDataError";

/** OpenAI's newer models refuse the older name, and its older ones know the newer. */
function withCompletionTokens({ max_tokens, ...body }: Record<string, unknown>): Record<string, unknown> {
  return { ...body, max_completion_tokens: max_tokens };
}
