import { explainFailure, readBody } from "./axios-failures.ts";
import { type AxiosAnswer, type AxiosCall, type AxiosLike, isAxiosFailure } from "./axios-shapes.ts";
import type { Client } from "./client.ts";
import { codeIn, isTokenRefused } from "./token-refusal.ts";

export type { AxiosLike } from "./axios-shapes.ts";
export { findProblem } from "./errors.ts";

/** Where a call remembers the token that it was given. A symbol, so that no log shows it. */
const givenToken = Symbol("reader's token");
type MarkedCall = AxiosCall & { [givenToken]?: string };

/**
 * Lets an axios instance (version 1) call as whoever reads, account or guest. A token that is refused is refreshed
 * once, together with whatever else was refused, and the call repeated once if its body is no stream. Failures stay
 * axios's own; their `cause` is a `ProblemError` where the server said why, a `NetworkError` where no answer came.
 *
 * The token goes to no other origin than the client's `tokenFor` allows. Attach before adding interceptors of your
 * own: axios runs those that were added later first, so that ours sees the address that is really called.
 *
 * @returns takes it off again
 */
export function attachAxios<Call extends AxiosCall, Answer extends AxiosAnswer<Call>>(
  instance: AxiosLike<Call, Answer>,
  client: Pick<Client, "tokenFor">,
): () => void {
  async function authorise(call: Call & MarkedCall): Promise<Call> {
    // Whoever brings credentials of their own means these.
    if (call.headers.has("authorization")) return call;
    const token = await client.tokenFor(instance.getUri(call));
    if (token === null) return call;
    call.headers.set("Authorization", `Bearer ${token}`);
    call[givenToken] = token;
    return call;
  }

  /** The answer to the repeated call; `null` where there is nothing to repeat. */
  async function repeat({ status, data, headers, config: call }: Answer): Promise<Answer | null> {
    const { [givenToken]: refused }: MarkedCall = call;
    if (status !== 401 || refused === undefined) return null;
    const address = instance.getUri(call);
    const challenge = new Map(Object.entries(headers)).get("www-authenticate") ?? null;
    if (!isTokenRefused({ code: codeIn(readBody(data)), challenge, foreign: isForeign(address) }))
      return null;
    const fresh = await client.tokenFor(address, { insteadOf: refused });
    if (fresh === null || isStream(call.data)) return null;
    call.headers.set("Authorization", `Bearer ${fresh}`);
    // An instance without interceptors, so that nobody's run twice; and the body is in its final shape already.
    return instance.create().request({ ...call, transformRequest: [(body: unknown) => body] });
  }

  const onRequest = instance.interceptors.request.use(authorise);
  const onAnswer = instance.interceptors.response.use(
    // Only an instance that takes every status for a success has a refusal here.
    async (answer) => (await repeat(answer).catch(rethrow)) ?? answer,
    async (error) => {
      const answer =
        isAxiosFailure<Answer>(error) && error.response ? await repeat(error.response).catch(rethrow) : null;
      if (answer === null) throw explainFailure(error);
      return answer;
    },
  );

  return () => {
    instance.interceptors.request.eject(onRequest);
    instance.interceptors.response.eject(onAnswer);
  };
}

function rethrow(error: unknown): never {
  throw explainFailure(error);
}

function isForeign(address: string): boolean {
  const { location, document } = globalThis;
  return location !== undefined && new URL(address, document?.baseURI).origin !== location.origin;
}

/** Node's streams and those of the web are gone once they have been read. */
const isStream = (body: unknown): boolean =>
  typeof body === "object" && body !== null && ("pipe" in body || "pipeThrough" in body);
