import { type AnswerSentences, loadAnswerSentences } from "@bookplate/messages/answers";
import { type ExcerptPart, findExcerpt } from "../book/excerpt.ts";
import { type LanguageModel, type ModelCall, type ModelStreamPart, readReader } from "./language-model.ts";
import { escapeMarkdown, linkTo } from "./markdown.ts";
import { type ReadPrompt, readPrompt } from "./prompt.ts";

/** Below this share of the question's words the book speaks of something near it, and the answer says so. */
const enoughCoverage = 0.6;
/** A model may read more; quotations of more are not read by anybody. */
export const maxQuotations = 3;
/** Per passage, in UTF-16 units. */
const quoteLength = 400;

/**
 * The embedded model: it needs no key and no network, invents nothing, and answers the same question
 * with the same words. An ordinary language model to everything around it.
 *
 * @param loadSentences - what it says besides quoting, in the language of the reader
 */
export function createExtracts(
  loadSentences: (language: string) => Promise<AnswerSentences> = loadAnswerSentences,
): LanguageModel {
  const answer = async ({ prompt, providerOptions }: ModelCall) => {
    const { passages, ...asked } = readPrompt(prompt);
    const { language, standIn } = readReader(providerOptions);
    const sentences = await loadSentences(language);
    const answer = writeAnswer({ ...asked, passages: passages.slice(0, maxQuotations) }, sentences);
    return standIn ? `${sentences.standIn}\n\n${answer}` : answer;
  };
  return {
    specificationVersion: "v4",
    provider: "bookplate",
    modelId: "extracts",
    supportedUrls: {},
    doGenerate: async (call) => ({
      content: [{ type: "text", text: await answer(call) }],
      finishReason: finished,
      usage: noUsage,
      warnings: [],
    }),
    doStream: async (call) => ({ stream: streamText(await answer(call)) }),
  };
}

const finished = { unified: "stop", raw: undefined } as const;

/** Nothing here is counted in tokens, and nothing is billed. */
const noUsage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function writeAnswer({ passages, about, marked }: ReadPrompt, sentences: AnswerSentences): string {
  const [best] = passages;
  if (!best) return sentences.nothing;
  const few = passages.length === 1 ? sentences.onePassage : sentences.severalPassages;
  // Of a long marked text no passage covers all words but its own.
  const lead = marked || best.coverage >= enoughCoverage ? few : sentences.nearest;
  const quotes = passages.map(
    ({ title, url, text }) => `${quote(findExcerpt(text, about, quoteLength))}\n\n${linkTo(title, url)}`,
  );
  return [lead, ...quotes].join("\n\n");
}

/** A Markdown quotation that keeps paragraphs and code as they are in the book. */
function quote(parts: readonly ExcerptPart[]): string {
  const paragraphs = Map.groupBy(parts, ({ paragraph }) => paragraph);
  return [...paragraphs.values()]
    .map((sentences) =>
      sentences.map(({ kind, text }) => (kind === "code" ? text : escapeMarkdown(text))).join(" "),
    )
    .join("\n\n")
    .replace(/^/gm, "> ")
    .replace(/^> $/gm, ">");
}

/** In groups of a few words, so that reading can begin at once and no network packet is wasted on a syllable. */
function streamText(text: string): ReadableStream<ModelStreamPart> {
  const deltas = text.match(/(?:\S*\s*){1,6}/g)?.filter((delta) => delta !== "") ?? [];
  const parts: ModelStreamPart[] = [
    { type: "stream-start", warnings: [] },
    { type: "text-start", id: "0" },
    ...deltas.map((delta): ModelStreamPart => ({ type: "text-delta", id: "0", delta })),
    { type: "text-end", id: "0" },
    { type: "finish", finishReason: finished, usage: noUsage },
  ];
  return ReadableStream.from(parts);
}
