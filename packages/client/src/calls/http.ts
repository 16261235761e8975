import { NetworkError, TimeoutError, UnexpectedResponseError } from "../errors.ts";
import { REQUEST_TIMEOUT } from "../session-requests.ts";
import { readRefusal } from "./refusal.ts";

/** One request, ready to be sent more than once. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  /** JSON. */
  readonly body?: string | undefined;
  readonly token?: string;
  readonly signal?: AbortSignal | undefined;
  /** Where a stream of events goes on. */
  readonly lastEventId?: string | undefined;
}

/** Sends a request; resolves with an accepting answer, rejects with the error that callers catch. */
export type Send = (outgoing: Outgoing) => Promise<Response>;

/** For an answer that is read as a whole, within the time that a request may take. */
export const sendAndRead =
  (fetcher: typeof fetch): Send =>
  async (outgoing) => {
    const limit = AbortSignal.timeout(REQUEST_TIMEOUT);
    const signal = outgoing.signal === undefined ? limit : AbortSignal.any([outgoing.signal, limit]);
    try {
      const response = await request(fetcher, outgoing, signal);
      // Read here, so that a body that breaks off is the same error as an answer that never came.
      const body = await response.text();
      if (body === "") return new Response(null, response);
      if (isJson(response)) return new Response(body, response);
      throw new UnexpectedResponseError(response, "The server answered something else than JSON");
    } catch (error) {
      throw limit.aborted && outgoing.signal?.aborted !== true
        ? new TimeoutError(REQUEST_TIMEOUT)
        : asClientError(error);
    }
  };

/** For an answer that is read as it comes; it may take as long as it takes. */
export const sendAndStream =
  (fetcher: typeof fetch): Send =>
  (outgoing) =>
    request(fetcher, outgoing, outgoing.signal).catch((error) => {
      throw asClientError(error);
    });

/** `fetch` rejects with a TypeError where there is no network, and with the caller's own reason where that gave up. */
export const asClientError = (error: unknown): unknown =>
  error instanceof TypeError ? new NetworkError(error) : error;

async function request(
  fetcher: typeof fetch,
  { url, method, body, token, lastEventId }: Outgoing,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const response = await fetcher(url, {
    method,
    // Signing in and refreshing live by cookies; a proxy before the server may have one of its own.
    credentials: "include",
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(lastEventId !== undefined && { "last-event-id": lastEventId }),
    },
    ...(body !== undefined && { body }),
    ...(signal !== undefined && { signal }),
  });
  if (!response.ok) throw await readRefusal(response);
  return response;
}

export const isJson = ({ headers }: Response) =>
  /^application\/(?:.+\+)?json\b/.test(headers.get("content-type") ?? "");
