import { NetworkError, UnexpectedResponseError } from "../errors.ts";
import { createEventReader } from "./event-reader.ts";
import { asClientError } from "./http.ts";

/** What arrives while an answer is being written. `started` says that the question and the answer are stored. */
export type AnswerEvent = AnswerPart & {
  /** Names the place in the answer up to which everything has come; `resume` goes on there. */
  readonly eventId?: string;
};

type AnswerPart =
  | { readonly type: "started"; readonly messageId: string }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "source"; readonly source: AnswerSource }
  | { readonly type: "failed"; readonly message: string }
  | { readonly type: "finished" };

/** A source as the stream names it; its quote is in the stored message. */
export interface AnswerSource {
  readonly title: string;
  readonly url: string;
}

/**
 * Reads an answer in the AI SDK's UI-message stream, version 1
 * (https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol). Parts that this version does not know are passed over.
 *
 * @throws NetworkError where the stream ends before the answer does
 */
export async function* readAnswer(response: Response): AsyncGenerator<AnswerEvent> {
  if (response.body === null || !response.headers.get("content-type")?.startsWith("text/event-stream")) {
    throw new UnexpectedResponseError(response, "The server answered something else than a stream");
  }
  const read = createEventReader();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    while (true) {
      const { done, value } = await reader.read();
      if (done) throw new NetworkError("The stream broke off.");
      for (const { data, id } of read(value)) {
        if (data === "[DONE]") return;
        const part = toPart(JSON.parse(data));
        if (part !== null) yield id === undefined ? part : { ...part, eventId: id };
      }
    }
  } catch (error) {
    throw asClientError(error);
  } finally {
    // Frees the connection where the caller stops listening early.
    await reader.cancel().catch(() => {});
  }
}

interface Chunk {
  readonly type?: string;
  readonly messageId?: string;
  readonly delta?: string;
  readonly title?: string;
  readonly url?: string;
  readonly errorText?: string;
}

function toPart(chunk: Chunk): AnswerPart | null {
  switch (chunk.type) {
    case "start":
      return { type: "started", messageId: chunk.messageId ?? "" };
    case "text-delta":
      return { type: "text", delta: chunk.delta ?? "" };
    case "source-url":
      return chunk.url === undefined
        ? null
        : { type: "source", source: { url: chunk.url, title: chunk.title ?? chunk.url } };
    case "error":
      return { type: "failed", message: chunk.errorText ?? "" };
    case "finish":
      return { type: "finished" };
    default:
      return null;
  }
}
