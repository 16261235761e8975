import { codeIn, isTokenRefused } from "../token-refusal.ts";
import { asClientError, isJson } from "./http.ts";
import type { ReaderToken } from "./reader-token.ts";
import { STREAM_LEEWAY } from "./transport.ts";

/** `fetch` with the reader's token; see `Client.fetch`. */
export function createAuthorisedFetch(send: typeof fetch, tokenFor: ReaderToken): typeof fetch {
  const reach: typeof fetch = (input, init) =>
    send(input, init).catch((error) => {
      throw asClientError(error);
    });

  return async (input, init) => {
    const request = typeof input === "string" || input instanceof URL ? null : input;
    const address = request?.url ?? String(input);
    const headers = new Headers(init?.headers ?? request?.headers);
    // Whoever brings credentials of their own means these.
    if (headers.has("authorization")) return reach(input, init);

    const signal = init?.signal ?? request?.signal;
    const once = isSentOnce(init?.body);
    const leeway = once ? { leastLeft: STREAM_LEEWAY } : {};
    const token = await untilAborted(tokenFor(address, leeway), signal);
    if (token === null) return reach(input, init);

    const attempt = (target: typeof input, current: string) => {
      headers.set("authorization", `Bearer ${current}`);
      return reach(target, { ...init, headers });
    };
    const spare = request?.clone() ?? input;
    const response = await attempt(input, token);
    if (response.status !== 401 || !(await refusesToken(response))) return response;
    const fresh = await untilAborted(tokenFor(address, { insteadOf: token }), signal);
    if (fresh === null || once) return response;
    await response.body?.cancel();
    return attempt(spare, fresh);
  };
}

async function refusesToken(response: Response): Promise<boolean> {
  return isTokenRefused({
    code: isJson(response)
      ? codeIn(
          await response
            .clone()
            .json()
            .catch(() => null),
        )
      : undefined,
    challenge: response.headers.get("www-authenticate"),
    foreign: response.type === "cors",
  });
}

/** A stream is gone once it has been read. */
const isSentOnce = (body: unknown): boolean =>
  body instanceof ReadableStream ||
  (typeof body === "object" && body !== null && Symbol.asyncIterator in body);

/** Whoever gives up does not wait for a refresh that others may still want. */
function untilAborted<Result>(
  asking: Promise<Result>,
  signal: AbortSignal | null | undefined,
): Promise<Result> {
  if (!signal) return asking;
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason);
    if (signal.aborted) giveUp();
    signal.addEventListener("abort", giveUp, { once: true });
    asking.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
  });
}
