import createFetchClient, { type Client as FetchClient } from "openapi-fetch";
import { UnexpectedResponseError } from "../errors.ts";
import type { SessionKeeper } from "../session.ts";
import type { ApiPaths } from "../shapes.ts";
import type { Send } from "./http.ts";
import { createTransport, reached, type Transport } from "./transport.ts";

type TypedCalls = FetchClient<ApiPaths, "application/json">;

/** The typed operations, by the way of asking. */
export interface Api {
  readonly anonymous: TypedCalls;
  readonly signed: TypedCalls;
  readonly asGuest: TypedCalls;
  readonly streamed: Transport["streamed"];
  /** The access token of whoever is here, once that is known. */
  readonly restored: () => Promise<string | null>;
  /** Whether a reader who is not signed in, and was not signed out under their hands, is here. */
  readonly isGuest: () => boolean;
  /** Absolute address of a path of the API. */
  readonly address: (path: string) => string;
}

export interface CallsContext {
  readonly baseUrl: string;
  /** Origins besides the server's and the page's that may see the reader's token. */
  readonly apiOrigins: readonly string[];
  readonly fetch: typeof fetch;
  readonly session: SessionKeeper;
}

export function createApi({ baseUrl, fetch, session }: CallsContext): Api {
  const transport = createTransport(fetch, session);
  const root = `${baseUrl}/api/v1`;

  const typed = (send: Send): TypedCalls =>
    createFetchClient<ApiPaths, "application/json">({
      baseUrl: root,
      fetch: async (request) =>
        send({
          url: request.url,
          method: request.method,
          body: request.body === null ? undefined : await request.text(),
          signal: request.signal,
        }),
    });

  return {
    anonymous: typed(transport.anonymous),
    signed: typed(transport.signed),
    asGuest: typed(transport.asGuest),
    streamed: transport.streamed,
    restored: () => reached(session.accessToken()),
    isGuest() {
      const state = session.store.getSnapshot();
      return state.status === "guest" && state.endedBecause === undefined;
    },
    address: (path) => root + path,
  };
}

/** The body of an accepting answer; refusals were thrown on the way. */
export function accepted<Body>({ data, response }: { data?: Body; response: Response }): Body {
  if (data === undefined) throw new UnexpectedResponseError(response, "The server answered without a body");
  return data;
}
