import type { UIMessageChunk } from "ai";
import type { Logger } from "pino";
import { type AnswerRequest, type Answers, readSource } from "../answers/answers.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { Quotas } from "../limits/quotas.ts";
import { type AnswerKeeper, whatBecameOf } from "./answer-keeper.ts";
import type { Ending, LiveAnswer } from "./live-answer.ts";
import * as queries from "./message-queries.ts";
import { searchText } from "./search-text.ts";

export interface AnswerWriterDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly answers: Pick<Answers, "stream" | "tokenCeiling">;
  readonly quotas: Pick<Quotas, "reserve" | "settle">;
  readonly keeper: Pick<AnswerKeeper, "keep">;
  readonly log: Pick<Logger, "warn">;
}

/** The model at work on one answer. */
export interface AnswerWriter {
  /** Settles when the answer is stored for good; never rejects. */
  readonly done: Promise<void>;
  /** Ends it with what has come so far. */
  end(how: Exclude<Ending, "finished">): void;
}

const tickMs = 500;
const retryDelaysMs = [0, 200, 1_000, 3_000];
/** A model that says nothing for so long says nothing any more. */
const silentModelMs = 2 * 60_000;
/** Whatever a model does, its answer ends: a conversation can be asked again after this. */
const longestAnswerMs = 10 * 60_000;

/**
 * Lets the model write and stores what comes, whoever reads along. The answer ends for its readers only when it is
 * stored, so that a client that reads it again then finds it complete.
 */
export function writeAnswer(
  deps: AnswerWriterDeps,
  answer: LiveAnswer,
  request: Omit<AnswerRequest, "signal" | "messageId">,
): AnswerWriter {
  const { database, clock, answers, quotas, keeper, log } = deps;
  const { messageId } = answer;
  const now = () => clock.now().getTime();
  const aborted = new AbortController();
  const startedAt = now();
  let endedBy: Ending | undefined;
  let heardAt = startedAt;

  const end = (how: Ending) => {
    endedBy ??= how;
    aborted.abort();
  };

  const release = keeper.keep(answer, end);
  const tick = setInterval(() => {
    const at = now();
    if (at - heardAt >= silentModelMs || at - startedAt >= longestAnswerMs) end("failed");
  }, tickMs);

  const store = (status: "complete" | "failed") => {
    const { content, sources } = answer;
    const change = { content, search: searchText(content), sources, status, at: clock.now() };
    return queries.updateAnswer(database, messageId, change);
  };

  /** @returns how the model ended */
  const read = async (parts: ReadableStream<UIMessageChunk>): Promise<Ending> => {
    let ending: Ending = "finished";
    const reader = parts.getReader();
    // A model that does not listen to the signal is left behind.
    aborted.signal.addEventListener("abort", () => void reader.cancel().catch(() => {}), { once: true });
    if (aborted.signal.aborted) await reader.cancel();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const part = next.value;
      heardAt = now();
      if (part.type === "text-delta") answer.append(part.delta);
      else if (part.type === "error") ending = "failed";
      const source = readSource(part);
      if (source) answer.addSource(source);
    }
    return ending;
  };

  const write = async () => {
    // Who reads along sees the first byte before the embedded database begins to search.
    await new Promise((resolve) => setImmediate(resolve));
    const { parts, usage } = answers.stream({ ...request, messageId, signal: aborted.signal });
    const byModel = await read(parts).catch((error): Ending => {
      if (!aborted.signal.aborted) log.warn({ err: error }, "an answer could not be written");
      return "failed";
    });
    clearInterval(tick);
    release();
    const ending = endedBy ?? byModel;
    const status = ending === "failed" ? "failed" : "complete";
    const stored = await retry(() => store(status)).catch((error) => {
      log.warn({ err: error }, "the end of an answer could not be stored");
      return undefined;
    });
    const became = stored === false ? await whatBecameOf(database, messageId).catch(() => undefined) : ending;
    const outcome = stored === undefined ? "failed" : (became ?? "failed");
    await settle(outcome, usage);
    answer.end(outcome);
  };

  const settle = async (ending: Ending, usage: ReturnType<Answers["stream"]>["usage"]) => {
    const outcome = ending === "finished" ? "complete" : ending;
    await quotas
      .settle(messageId, { outcome, tokens: await usage })
      .catch((error) => log.warn({ err: error }, "what an answer cost could not be counted yet"));
  };

  return { done: write(), end };
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
