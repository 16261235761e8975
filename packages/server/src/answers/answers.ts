// Turns a question into a streamed answer: passages of the book, a language model, the AI SDK's stream.
import type { UIMessageChunk } from "ai";
import type { Logger } from "pino";
import type { Book } from "../book/book.ts";
import { plainExcerpt } from "../book/excerpt.ts";
import { createExtracts, maxQuotations } from "./extracts.ts";
import { keepRules, readRule } from "./keep-rules.ts";
import { describeReader, type LanguageModel, type ModelPrompt } from "./language-model.ts";
import { ModelFailure, toModelFailure } from "./model-failure.ts";
import { maxPromptTokens, type Question, rules, type Said, writePrompt } from "./prompt.ts";
import { type Attempt, defaultBounds, type ModelBounds, newAttempt, readText } from "./read-text.ts";
import { findPassages } from "./retrieval.ts";
import type { Source } from "./source.ts";
import { estimateTokens, type TokenUsage } from "./tokens.ts";

export interface AnswersDeps {
  readonly book: Pick<Book, "search">;
  /** Without one the embedded `extracts` answers; with one it stands in where that fails. */
  readonly model?: LanguageModel | undefined;
  readonly bounds?: Partial<ModelBounds> | undefined;
  readonly log: Pick<Logger, "warn">;
}

export interface AnswerRequest extends Question {
  /** Id of the stored answer; clients know it from the stream's first part. */
  readonly messageId: string;
  /** BCP 47 tag of the reader. */
  readonly language: string;
  /** What was said before in this conversation, oldest first. */
  readonly history: readonly Said[];
  readonly signal: AbortSignal;
}

export interface StreamedAnswer {
  readonly parts: ReadableStream<UIMessageChunk>;
  /** Settles with the end of the parts, or with the signal; `undefined` where no model was asked. Never rejects. */
  readonly usage: Promise<TokenUsage | undefined>;
}

/** Shown where the model failed; the reason is in the log. */
export const answerFailedText = "The answer could not be written.";

const followedRules = rules.map(readRule);
const quoteLength = 300;
/** A model reads more than a person would. */
const placesForModel = 6;
const textId = "0";

export function createAnswers(deps: AnswersDeps) {
  const { book, model, log } = deps;
  const bounds = { ...defaultBounds, ...deps.bounds };
  const extracts = createExtracts();
  const most = model ? placesForModel : maxQuotations;

  async function* write(request: AnswerRequest, report: Report): AsyncGenerator<UIMessageChunk> {
    yield { type: "start", messageId: request.messageId };
    const previous = request.history.findLast(({ role }) => role === "user")?.content;
    const passages = await findPassages(book, request, { most, previous });
    for (const { url, title, text } of passages) {
      const quote = plainExcerpt(text, `${request.question} ${request.selection ?? ""}`, quoteLength);
      yield { type: "source-url", sourceId: url, url, title, providerMetadata: { bookplate: { quote } } };
    }
    yield { type: "start-step" };
    yield { type: "text-start", id: textId };
    const prompt = writePrompt({ ...request, passages });
    for await (const delta of writeText(request, prompt, report))
      yield { type: "text-delta", id: textId, delta };
    yield { type: "text-end", id: textId };
    yield { type: "finish-step" };
    yield { type: "finish", finishReason: "stop" };
  }

  async function* writeText(
    request: AnswerRequest,
    prompt: ModelPrompt,
    report: Report,
  ): AsyncGenerator<string> {
    let begun = false;
    if (model) {
      try {
        for await (const text of keepRules(askModel(model, request, prompt, report), followedRules)) {
          begun ||= text.trim() !== "";
          yield text;
        }
        if (!begun) throw new ModelFailure("empty");
      } catch (error) {
        request.signal.throwIfAborted();
        const { kind, facts } = toModelFailure(error);
        const failure = { failure: kind, status: facts.status, model: model.modelId };
        log.warn(failure, begun ? "the language model failed half way" : "the language model gave no answer");
        if (begun) throw error;
      }
    }
    if (!begun) yield* quote(request, prompt);
  }

  function askModel(asked: LanguageModel, request: AnswerRequest, prompt: ModelPrompt, report: Report) {
    const attempt = newAttempt();
    report.read = () => readUsage(attempt, prompt);
    const call = { prompt, providerOptions: describeReader(request.language), abortSignal: request.signal };
    return readText(asked, call, bounds, attempt);
  }

  async function* quote({ language }: AnswerRequest, prompt: ModelPrompt): AsyncGenerator<string> {
    const providerOptions = describeReader(language, { standIn: model !== undefined });
    const { stream } = await extracts.doStream({ prompt, providerOptions });
    for await (const part of stream) if (part.type === "text-delta") yield part.delta;
  }

  return {
    /** What one answer can cost at the most, in tokens; 0 where the embedded model answers and nothing is counted. */
    tokenCeiling: model ? maxPromptTokens + bounds.maxOutputTokens : 0,

    /**
     * Streams an answer as the AI SDK's UI-message parts: `start`, one `source-url` for each place of the
     * book that it rests on, the text, `finish`; `error` where the model fails half way, `abort` where the
     * signal says so. A model that fails before its first word is stood in for by quotations of the book.
     */
    stream(request: AnswerRequest): StreamedAnswer {
      const report: Report = { read: () => undefined };
      const usage = Promise.withResolvers<TokenUsage | undefined>();
      const settle = () => usage.resolve(report.read());
      if (request.signal.aborted) settle();
      request.signal.addEventListener("abort", settle, { once: true });
      async function* parts(): AsyncGenerator<UIMessageChunk> {
        try {
          yield* write(request, report);
        } catch (error) {
          if (request.signal.aborted) yield { type: "abort" };
          else {
            if (!(error instanceof ModelFailure)) log.warn({ err: error }, "an answer could not be written");
            yield { type: "error", errorText: answerFailedText };
          }
        } finally {
          request.signal.removeEventListener("abort", settle);
          settle();
        }
      }
      return { parts: ReadableStream.from(parts()), usage: usage.promise };
    },
  };
}

export type Answers = ReturnType<typeof createAnswers>;

/** What an answer has cost so far; the model's part of it is known only where one was asked. */
interface Report {
  read: () => TokenUsage | undefined;
}

function readUsage({ accepted, usage, written }: Attempt, prompt: ModelPrompt): TokenUsage {
  if (!accepted) return { input: 0, output: 0, estimated: false };
  const input = usage?.inputTokens.total;
  const output = usage?.outputTokens.total;
  return {
    input: input ?? estimateTokens(JSON.stringify(prompt)),
    output: output ?? written,
    estimated: input === undefined || output === undefined,
  };
}

/** The source in a part of an answer's stream, with the quote that travels beside it. */
export function readSource(chunk: UIMessageChunk): Source | undefined {
  if (chunk.type !== "source-url") return undefined;
  const quote = chunk.providerMetadata?.bookplate?.quote;
  return { title: chunk.title ?? chunk.url, url: chunk.url, quote: typeof quote === "string" ? quote : "" };
}
