import type { EmbeddingModel } from "../book/embedding-model.ts";
import type { ProviderConfig } from "../config/config.ts";
import { ModelFailure } from "./model-failure.ts";
import { openOpenAiProvider } from "./openai-provider.ts";
import { defaultBounds, tryAgain } from "./read-text.ts";

/** A model behind the embeddings route of OpenAI's protocol. Fails with a `ModelFailure`, or with the signal's reason. */
export function createOpenAiEmbeddings({ name, silenceMs, ...address }: ProviderConfig): EmbeddingModel {
  const { load, failed } = openOpenAiProvider(address);

  async function ask(texts: readonly string[], signal: AbortSignal): Promise<number[][]> {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(silenceMs)]);
    const model = (await load()).embeddingModel(name);
    try {
      const { embeddings } = await model.doEmbed({ values: [...texts], abortSignal: patience });
      if (!fits(embeddings, texts)) throw new ModelFailure("notTheProtocol");
      return embeddings;
    } catch (error) {
      signal.throwIfAborted();
      if (patience.aborted) throw new ModelFailure("silent");
      throw error instanceof ModelFailure ? error : failed(error);
    }
  }

  return {
    name,
    embed: (texts, signal) => tryAgain(() => ask(texts, signal), { retryMs: defaultBounds.retryMs, signal }),
  };
}

/** One list of numbers for each text, all of one length. */
function fits(embeddings: readonly number[][], texts: readonly string[]): boolean {
  const length = embeddings[0]?.length ?? 0;
  return (
    embeddings.length === texts.length &&
    length > 0 &&
    embeddings.every((embedding) => embedding.length === length && embedding.every(Number.isFinite))
  );
}
