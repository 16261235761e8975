import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import { type EmbeddingModel, toVector, type Vector } from "./embedding-model.ts";

/** A reader waits this long for the model; then words have to do. */
const waitMs = 1_000;
/** After a failure nobody waits for a while. */
const restMs = 30_000;
/** Whoever floods the search does not flood the model, which may cost money. */
const mostAtOnce = 8;
const mostRemembered = 500;
/** What a question is about stands in its beginning. */
const maxLength = 1_000;

export interface QuestionEmbeddingsDeps {
  readonly model: EmbeddingModel;
  readonly clock: Clock;
  readonly log: Pick<Logger, "warn">;
  /** Ends what still runs. */
  readonly signal: AbortSignal;
}

/** Questions as vectors, as far as the model gives them in time. What came too late is there the next time. */
export function createQuestionEmbeddings({ model, clock, log, signal }: QuestionEmbeddingsDeps) {
  const remembered = new Map<string, Vector>();
  const asked = new Map<string, { readonly answer: Promise<Vector | undefined>; late: boolean }>();
  let restUntil = 0;

  async function ask(text: string): Promise<Vector | undefined> {
    try {
      const [embedding = []] = await model.embed([text], signal);
      const vector = toVector(embedding);
      remember(text, vector);
      return vector;
    } catch (error) {
      if (signal.aborted) return undefined;
      if (clock.now().getTime() >= restUntil) {
        const reason = error instanceof Error ? error.message : "unknown";
        log.warn(
          { reason, model: model.name },
          "the embeddings model gave no answer; questions are searched by words alone",
        );
      }
      restUntil = clock.now().getTime() + restMs;
      return undefined;
    } finally {
      asked.delete(text);
    }
  }

  function remember(text: string, vector: Vector): void {
    remembered.delete(text);
    remembered.set(text, vector);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= mostRemembered) break;
      remembered.delete(oldest);
    }
  }

  async function inTime(asking: { answer: Promise<Vector | undefined>; late: boolean }) {
    const { promise: end, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => {
      asking.late = true;
      resolve(undefined);
    }, waitMs);
    try {
      return await Promise.race([asking.answer, end]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** @returns nothing where the model is slow, away or busy; never throws */
  return async (question: string): Promise<Vector | undefined> => {
    const text = question.toWellFormed().trim().slice(0, maxLength);
    if (text === "") return undefined;
    const known = remembered.get(text);
    if (known) {
      remember(text, known);
      return known;
    }
    let asking = asked.get(text);
    if (!asking) {
      if (asked.size >= mostAtOnce || clock.now().getTime() < restUntil) return undefined;
      asking = { answer: ask(text), late: false };
      asked.set(text, asking);
    }
    // One answer may search several times with the same words: the wait is for all of them.
    if (asking.late) return undefined;
    return inTime(asking);
  };
}
