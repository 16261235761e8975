import type { UIMessageChunk } from "ai";
import type { Logger } from "pino";
import { type AnswerRequest, type Answers, answerFailedText, readSource } from "../answers/answers.ts";
import type { Source } from "../answers/source.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { createEventStream } from "./event-stream.ts";
import * as queries from "./message-queries.ts";

export interface AnswerWriterDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly answers: Pick<Answers, "stream">;
  readonly log: Pick<Logger, "warn">;
}

/** One answer while it is being written. */
export interface RunningAnswer {
  readonly conversationId: string;
  /** The same parts as server-sent events; reading them or not changes nothing. */
  readonly events: ReadableStream<Uint8Array>;
  /** Settles when the answer is stored for good. */
  readonly done: Promise<void>;
  /** Ends it with what has come so far. */
  abort(): void;
}

const tickMs = 500;
/** A busy model is stored more often than the tick says. */
const storeEveryCharacters = 2048;
/** Far below the time after which a silent answer counts as abandoned. */
const signOfLifeMs = 15_000;
const retryDelaysMs = [0, 200, 1_000, 3_000];

/**
 * Lets the model write and stores what comes, whoever reads along. `finish` is passed on only when the
 * answer is stored, so that a client that reads it again then finds it complete.
 */
export function writeAnswer(
  deps: AnswerWriterDeps,
  conversationId: string,
  request: Omit<AnswerRequest, "signal">,
): RunningAnswer {
  const { database, clock, answers, log } = deps;
  const aborted = new AbortController();
  const events = createEventStream();
  const sources: Source[] = [];
  let content = "";
  let storedLength = 0;
  let storedAt = performance.now();
  let sentAt = performance.now();
  let storing: Promise<void> | undefined;

  const store = async (status: "streaming" | "complete" | "failed") => {
    const length = content.length;
    const change = { content, sources, status, at: clock.now() };
    const waiting = await queries.updateAnswer(database, request.messageId, change);
    storedLength = length;
    storedAt = performance.now();
    // Deleted, or given up by another node: there is nobody left to write for.
    if (!waiting) aborted.abort();
    return waiting;
  };
  const storeSoon = () => {
    storing ??= store("streaming")
      .then(() => {})
      .catch((error) => log.warn({ err: error }, "an answer could not be stored yet"))
      .finally(() => {
        storing = undefined;
      });
  };
  const tick = setInterval(() => {
    const now = performance.now();
    if (content.length > storedLength || now - storedAt >= signOfLifeMs) storeSoon();
    if (now - sentAt >= signOfLifeMs) {
      sentAt = now;
      events.keepAlive();
    }
  }, tickMs);

  const send = (part: UIMessageChunk) => {
    sentAt = performance.now();
    events.send(part);
  };

  /** @returns the part that ends the stream, to be sent when everything is stored */
  const read = async (): Promise<UIMessageChunk> => {
    let finish: UIMessageChunk = { type: "finish" };
    let failure: UIMessageChunk | undefined;
    const reader = answers.stream({ ...request, signal: aborted.signal }).getReader();
    // A model that does not listen to the signal is left behind.
    aborted.signal.addEventListener("abort", () => void reader.cancel().catch(() => {}), { once: true });
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = storable(next.value);
      if (part.type === "finish") finish = part;
      else if (part.type === "error") failure = part;
      else if (part.type !== "abort") send(part);
      if (part.type === "text-delta") content += part.delta;
      const source = readSource(part);
      if (source) sources.push(source);
      if (content.length - storedLength >= storeEveryCharacters) storeSoon();
    }
    return failure ?? (aborted.signal.aborted ? failed : finish);
  };

  const write = async () => {
    const ending = await read().catch((error): UIMessageChunk => {
      log.warn({ err: error }, "an answer could not be written");
      return failed;
    });
    clearInterval(tick);
    await storing;
    const status = ending.type === "finish" ? "complete" : "failed";
    const stored = await retry(() => store(status)).catch((error) => {
      log.warn({ err: error }, "the end of an answer could not be stored");
      return false;
    });
    send(stored ? ending : failed);
    events.end();
  };

  return { conversationId, events: events.readable, done: write(), abort: () => aborted.abort() };
}

const failed: UIMessageChunk = { type: "error", errorText: answerFailedText };

/** Postgres keeps no NUL; without it on both sides the parts still add up to what is stored. */
function storable(part: UIMessageChunk): UIMessageChunk {
  return part.type === "text-delta" ? { ...part, delta: part.delta.replaceAll("\0", "") } : part;
}

async function retry<T>(act: () => Promise<T>): Promise<T> {
  for (const delay of retryDelaysMs.slice(0, -1)) {
    await new Promise((resolve) => setTimeout(resolve, delay));
    try {
      return await act();
    } catch {
      // The database may be back in a moment.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, retryDelaysMs.at(-1)));
  return act();
}
