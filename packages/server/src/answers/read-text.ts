import { setTimeout as wait } from "node:timers/promises";
import type { LanguageModel, ModelCall, ModelStreamPart, ModelUsage } from "./language-model.ts";
import { ModelFailure, toModelFailure } from "./model-failure.ts";
import { estimateTokens } from "./tokens.ts";

/** How much of a model's time and words an answer may take. */
export interface ModelBounds {
  /** How long the model may say nothing: before its first part and between two. */
  readonly silenceMs: number;
  /** From the first attempt to the last part. */
  readonly wholeMs: number;
  /** How long a provider may ask to wait before the same request is tried again. */
  readonly retryMs: number;
  readonly maxOutputTokens: number;
}

export const defaultBounds: ModelBounds = {
  silenceMs: 30_000,
  wholeMs: 600_000,
  retryMs: 5_000,
  maxOutputTokens: 2_000,
};

/** Besides the first. */
const retries = 2;
const firstRetryMs = 500;
/** Few tokens are longer; a model that does not keep to its number of them is stopped here. */
const charactersPerToken = 6;

/** What becomes known of an attempt beside its text. */
export interface Attempt {
  /** The provider took the request, so that it may bill it. */
  accepted: boolean;
  /** As the provider tells it at its end. */
  usage: ModelUsage | undefined;
  /** Estimated tokens of what the model wrote so far, thoughts too. */
  written: number;
}

export const newAttempt = (): Attempt => ({ accepted: false, usage: undefined, written: 0 });

/**
 * Asks a model and yields its text as it comes; whatever else it says (reasoning, tools, files) is left out.
 * Passing failures before the first part are tried again, and a text that is too long is cut.
 *
 * @throws {ModelFailure}
 * @throws the reason of `call.abortSignal`, where that ends it
 */
export async function* readText(
  model: LanguageModel,
  call: ModelCall,
  bounds: ModelBounds,
  attempt: Attempt,
): AsyncGenerator<string> {
  const patience = createPatience(bounds, call.abortSignal);
  let reader: ReadableStreamDefaultReader<ModelStreamPart> | undefined;
  try {
    const asked = { ...call, maxOutputTokens: bounds.maxOutputTokens, abortSignal: patience.signal };
    const { stream } = await begin(model, asked, bounds, patience);
    attempt.accepted = true;
    reader = stream.getReader();
    let left = bounds.maxOutputTokens * charactersPerToken;
    for (let next = await patience.for(reader.read()); !next.done; next = await patience.for(reader.read())) {
      const part = next.value;
      if (part.type === "error") throw toModelFailure(part.error);
      if (part.type === "finish") attempt.usage = part.usage;
      if (part.type === "text-delta" || part.type === "reasoning-delta")
        attempt.written += estimateTokens(part.delta);
      if (part.type !== "text-delta" || part.delta === "") continue;
      yield part.delta.slice(0, left);
      left -= part.delta.length;
      if (left <= 0) return;
    }
  } catch (error) {
    throw patience.signal.aborted ? patience.signal.reason : toModelFailure(error);
  } finally {
    patience.end();
    // Not waited for: a model that hangs must not keep the answer.
    reader?.cancel().catch(() => {});
  }
}

function begin(model: LanguageModel, call: ModelCall, { retryMs }: ModelBounds, patience: Patience) {
  return tryAgain(() => patience.for(model.doStream(call)), { retryMs, signal: patience.signal });
}

/**
 * Asks, and asks again where a failure passes and the provider does not want to wait for longer than `retryMs`.
 *
 * @throws whatever the last try threw, and the signal's reason
 */
export async function tryAgain<T>(
  ask: () => Promise<T>,
  { retryMs, signal }: { retryMs: number; signal: AbortSignal },
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await ask();
    } catch (error) {
      const { passing, retryAfterMs = firstRetryMs * 2 ** retry } = toModelFailure(error).facts;
      if (!passing || retry === retries || retryAfterMs > retryMs) throw error;
      await wait(retryAfterMs, undefined, { signal });
    }
  }
}

interface Patience {
  /** Ends the model's work: the reader's own signal, or nothing heard for too long. */
  readonly signal: AbortSignal;
  /** Waits as long as there is patience, also for a model that does not listen to its signal. */
  for<T>(work: PromiseLike<T>): Promise<T>;
  end(): void;
}

function createPatience({ silenceMs, wholeMs }: ModelBounds, outer: AbortSignal | undefined): Patience {
  const controller = new AbortController();
  const { signal } = controller;
  let giveUp: (() => void) | undefined;
  signal.addEventListener("abort", () => giveUp?.(), { once: true });
  const lose = () => controller.abort(new ModelFailure("silent"));
  const stop = () => controller.abort(outer?.reason);
  if (outer?.aborted) stop();
  outer?.addEventListener("abort", stop, { once: true });
  const whole = setTimeout(lose, wholeMs);
  return {
    signal,
    async for(work) {
      signal.throwIfAborted();
      const silence = setTimeout(lose, silenceMs);
      try {
        return await new Promise((resolve, reject) => {
          giveUp = () => reject(signal.reason);
          work.then(resolve, reject);
        });
      } finally {
        clearTimeout(silence);
      }
    },
    end() {
      clearTimeout(whole);
      outer?.removeEventListener("abort", stop);
    },
  };
}
