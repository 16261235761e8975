// Turns a question into a streamed answer: passages of the book, a language model, the AI SDK's stream.
import type { UIMessageChunk } from "ai";
import type { Logger } from "pino";
import type { Book } from "../book/book.ts";
import { plainExcerpt } from "../book/excerpt.ts";
import { describeReader, type LanguageModel } from "./language-model.ts";
import { type Question, writeInstructions, writeQuestion } from "./prompt.ts";
import { findPassages } from "./retrieval.ts";
import type { Source } from "./source.ts";

export interface AnswersDeps {
  readonly book: Pick<Book, "search">;
  readonly model: LanguageModel;
  readonly log: Pick<Logger, "warn">;
}

export interface AnswerRequest extends Question {
  /** Id of the stored answer; clients know it from the stream's first part. */
  readonly messageId: string;
  /** BCP 47 tag of the reader. */
  readonly language: string;
  /** What was said before in this conversation, oldest first. */
  readonly history: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly signal: AbortSignal;
}

/** Shown where the model failed; the reason is in the log. */
export const answerFailedText = "The answer could not be written.";

const quoteLength = 300;

export function createAnswers({ book, model, log }: AnswersDeps) {
  async function* write(request: AnswerRequest): AsyncGenerator<UIMessageChunk> {
    const { messageId, history, signal } = request;
    yield { type: "start", messageId };

    const previous = history.findLast(({ role }) => role === "user")?.content;
    const passages = await findPassages(book, request, previous);
    for (const { url, title, text } of passages) {
      const quote = plainExcerpt(text, `${request.question} ${request.selection ?? ""}`, quoteLength);
      yield { type: "source-url", sourceId: url, url, title, providerMetadata: { bookplate: { quote } } };
    }

    // The AI SDK is large; a server that is only read should not load it.
    const { streamText, toUIMessageStream } = await import("ai");
    const result = streamText({
      model,
      instructions: writeInstructions(passages),
      messages: [...history, { role: "user" as const, content: writeQuestion(request) }],
      providerOptions: describeReader(request.language),
      abortSignal: signal,
      onError: ({ error }) => log.warn({ err: error }, "the language model failed"),
    });
    yield* toUIMessageStream({
      stream: result.stream,
      sendStart: false,
      sendReasoning: false,
      onError: () => answerFailedText,
    });
  }

  return {
    /**
     * Streams an answer as the AI SDK's UI-message parts: `start`, one `source-url` for each place of the
     * book that it rests on, the text, `finish`; `error` where the model fails, `abort` where the signal says so.
     */
    stream: (request: AnswerRequest): ReadableStream<UIMessageChunk> => ReadableStream.from(write(request)),
  };
}

export type Answers = ReturnType<typeof createAnswers>;

/** The source in a part of an answer's stream, with the quote that travels beside it. */
export function readSource(chunk: UIMessageChunk): Source | undefined {
  if (chunk.type !== "source-url") return undefined;
  const quote = chunk.providerMetadata?.bookplate?.quote;
  return { title: chunk.title ?? chunk.url, url: chunk.url, quote: typeof quote === "string" ? quote : "" };
}
