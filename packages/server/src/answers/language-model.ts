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

/** What the server tells every model about the reader, beside the prompt; providers ignore names that are not theirs. */
export function describeReader(language: string) {
  return { bookplate: { language } };
}

/** The other direction: the BCP 47 tag that {@link describeReader} wrote, English where a caller said nothing. */
export function readerLanguage(options: ModelCall["providerOptions"]): string {
  const language = options?.bookplate?.language;
  return typeof language === "string" ? language : "en";
}
