import type { LanguageModel as AnyLanguageModel } from "ai";

/**
 * The port behind which every model stands: the AI SDK's language model, version 4 of its interface.
 * The book's own `extracts` is one, and so is each provider of the AI SDK.
 */
export type LanguageModel = Extract<AnyLanguageModel, { specificationVersion: "v4" }>;

export type ModelCall = Parameters<LanguageModel["doStream"]>[0];
export type ModelPrompt = ModelCall["prompt"];
type StreamResult = Awaited<ReturnType<LanguageModel["doStream"]>>;
export type ModelStreamPart = StreamResult["stream"] extends ReadableStream<infer Part> ? Part : never;
export type ModelUsage = Extract<ModelStreamPart, { type: "finish" }>["usage"];

/**
 * What the server tells every model about the reader, beside the prompt; providers ignore names that are not theirs.
 *
 * @param standIn - the model that should have answered did not
 */
export function describeReader(language: string, { standIn = false }: { standIn?: boolean } = {}) {
  return { bookplate: { language, standIn } };
}

/** The other direction: what {@link describeReader} wrote, English where a caller said nothing. */
export function readReader(options: ModelCall["providerOptions"]): { language: string; standIn: boolean } {
  const { language, standIn } = options?.bookplate ?? {};
  return { language: typeof language === "string" ? language : "en", standIn: standIn === true };
}
