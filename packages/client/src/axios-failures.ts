import { isAxiosFailure } from "./axios-shapes.ts";
import { createProblemError } from "./calls/refusal.ts";
import { NetworkError } from "./errors.ts";

/** Nothing came: axios's own code in browsers, the system's in Node. A time limit is the caller's own doing. */
const unreached = /^(?:ERR_NETWORK|(?!ERR_|ECONNABORTED|ETIMEDOUT)E[A-Z_]+)$/;

/** Gives a failure of axios its typed cause. Anything else stays as it is. */
export function explainFailure(error: unknown): unknown {
  if (!isAxiosFailure(error) || error.cause instanceof NetworkError) return error;
  const { response, code = "" } = error;
  if (response !== undefined) {
    error.cause = createProblemError(readBody(response.data), retryAfterOf(response.headers)) ?? error.cause;
  } else if (unreached.test(code)) {
    error.cause = new NetworkError(error.cause);
  }
  return error;
}

/** Also where axios was told to hand bodies out as text. */
export function readBody(data: unknown): unknown {
  if (typeof data !== "string") return data;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const retryAfterOf = (headers: object): string | null =>
  new Map<string, string>(Object.entries(headers)).get("retry-after") ?? null;
