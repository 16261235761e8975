// An answer as server-sent events, to each of its readers at the reader's own pace.
import type { UIMessageChunk } from "ai";
import { answerFailedText } from "../answers/answers.ts";
import type { Source } from "../answers/source.ts";
import type { Clock } from "../clock.ts";
import type { LiveAnswer } from "./live-answer.ts";

/** A reader who leaves this much unread gets no more until it is read; the answer waits in memory once, for all readers. */
const queuedBytes = 64 * 1024;
/** In UTF-16 units. */
const longestDelta = 16 * 1024;
/** Proxies close connections on which nothing happens. */
const heartbeatMs = 15_000;
/** A reader who reads nothing for so long is let go, and finds the rest in the stored answer. */
const unreadMs = 30_000;
const tickMs = 500;

/** The answer's one text part, whatever parts the model made of it: so that every node can go on with it. */
const textId = "0";

export interface AnswerStreamOptions {
  /** Up to where the reader has the answer, in UTF-16 units of its content; 0 for all of it. */
  readonly from?: number;
  /** Whether the reader may not go on reading, asked twice a second. */
  readonly isOver?: (() => boolean) | undefined;
  /** Cuts the reader's connection; without it the stream fails. */
  readonly disconnect?: (() => void) | undefined;
}

export function createAnswerStreams({ clock }: { clock: Clock }) {
  const now = () => clock.now().getTime();
  const ticks = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;

  function everyTick(tick: () => void): () => void {
    ticks.add(tick);
    timer ??= setInterval(() => {
      for (const each of [...ticks]) each();
    }, tickMs).unref();
    return () => {
      ticks.delete(tick);
      if (ticks.size > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }

  /**
   * The AI SDK's UI-message stream of an answer, from its beginning or from where a reader has it. Every text has an event
   * id: how much of the content has come with it. Nobody waits for a reader; reading or not changes nothing.
   */
  return function stream(answer: LiveAnswer, { from = 0, isOver, disconnect }: AnswerStreamOptions = {}) {
    const encoder = new TextEncoder();
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    let begun = from > 0;
    let textBegun = from > 0;
    let position = from;
    let sourcesSent = from > 0 ? answer.sources.length : 0;
    let sentAt = now();
    let readAt = sentAt;

    const write = (text: string) => {
      sentAt = now();
      controller?.enqueue(encoder.encode(text));
    };
    const send = (part: UIMessageChunk, eventId?: number) =>
      write(`${eventId === undefined ? "" : `id: ${eventId}\n`}data: ${JSON.stringify(part)}\n\n`);
    const leave = () => {
      controller = undefined;
      unsubscribe();
      untick();
    };

    /** One part more, if there is one. */
    const sendNext = (): boolean => {
      if (!begun) {
        begun = true;
        send({ type: "start", messageId: answer.messageId });
        return true;
      }
      const source = answer.sources[sourcesSent];
      if (source) {
        sourcesSent += 1;
        send(sourcePart(source));
        return true;
      }
      if (position >= answer.content.length) return false;
      if (!textBegun) {
        textBegun = true;
        send({ type: "start-step" });
        send({ type: "text-start", id: textId });
      }
      const delta = answer.content.slice(position, position + longestDelta);
      position += delta.length;
      send({ type: "text-delta", id: textId, delta }, position);
      return true;
    };

    const finish = () => {
      if (textBegun) {
        send({ type: "text-end", id: textId });
        send({ type: "finish-step" });
      }
      send(lastPart(answer));
      write("data: [DONE]\n\n");
      controller?.close();
      leave();
    };

    /** A part that a reader has waited for makes the stream ask for the next one before it is finished with this. */
    let advancing = false;
    const advance = () => {
      if (advancing) return;
      advancing = true;
      while (controller && (controller.desiredSize ?? 0) > 0) {
        if (sendNext()) continue;
        if (answer.ending) finish();
        break;
      }
      advancing = false;
    };

    const tick = () => {
      if (!controller) return;
      const isFull = (controller.desiredSize ?? 0) <= 0;
      if (!isFull) readAt = now();
      if (isOver?.() || now() - readAt >= unreadMs) {
        if (disconnect) disconnect();
        else controller.error(new Error("The reader is let go."));
        leave();
      } else if (!isFull && now() - sentAt >= heartbeatMs) write(": waiting\n\n");
    };

    const unsubscribe = answer.subscribe(advance);
    const untick = everyTick(tick);
    return new ReadableStream<Uint8Array>(
      {
        start: (created) => {
          controller = created;
          advance();
        },
        pull: () => {
          readAt = now();
          advance();
        },
        cancel: leave,
      },
      { highWaterMark: queuedBytes, size: (bytes) => bytes?.byteLength ?? 0 },
    );
  };
}

export type AnswerStreams = ReturnType<typeof createAnswerStreams>;

function sourcePart({ title, url, quote }: Source): UIMessageChunk {
  return { type: "source-url", sourceId: url, url, title, providerMetadata: { bookplate: { quote } } };
}

function lastPart({ ending }: LiveAnswer): UIMessageChunk {
  if (ending === "failed") return { type: "error", errorText: answerFailedText };
  return { type: "finish", finishReason: ending === "stopped" ? "other" : "stop" };
}
