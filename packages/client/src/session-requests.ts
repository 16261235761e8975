import type { Session } from "./shapes.ts";

/** Where the server is and how to reach it. */
export interface SessionRequests {
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
}

/** What came of asking for a fresh session. Only the server's own word ends one: never a network, proxy or database. */
export type Refreshing =
  | { readonly session: Session }
  | { readonly ended: true }
  | {
      readonly unreachable: true;
      readonly response?: Response;
      readonly cause?: unknown;
      /** Asking again would bring the same answer. */
      readonly hopeless: boolean;
    };

/** How long a request may take, in milliseconds. A stream may take longer. */
export const REQUEST_TIMEOUT = 15_000;

/** Asks for a fresh session by the refresh cookie; asks twice where the network fails. */
export async function requestSession(requests: SessionRequests): Promise<Refreshing> {
  try {
    const response = await twice(() => send(requests, "POST", "/auth/refresh"));
    if (response.ok) {
      const session = (await response.clone().json()) as Partial<Session>;
      if (typeof session.accessToken === "string") return { session: session as Session };
    } else if (response.status === 401 && (await readCode(response))?.startsWith("refresh-")) {
      return { ended: true };
    }
    const hopeless = response.status >= 400 && response.status < 500 && response.status !== 429;
    return { unreachable: true, response, hopeless };
  } catch (cause) {
    return { unreachable: true, cause, hopeless: false };
  }
}

/** Ends the session of this browser's cookies. @returns whether the server has done so */
export async function sayGoodbye(requests: SessionRequests): Promise<boolean> {
  try {
    return (await send(requests, "POST", "/auth/logout")).ok;
  } catch {
    return false;
  }
}

export function send({ baseUrl, fetch }: SessionRequests, method: string, path: string, token?: string) {
  return fetch(`${baseUrl}/api/v1${path}`, {
    method,
    credentials: "include",
    signal: AbortSignal.timeout(REQUEST_TIMEOUT),
    ...(method === "POST" && { body: "{}", headers: { "content-type": "application/json" } }),
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
  });
}

export const twice = <Result>(action: () => Promise<Result>) => action().catch(action);

export async function readCode(response: Response): Promise<string | undefined> {
  try {
    const { code } = (await response.clone().json()) as { code?: string };
    return code;
  } catch {
    return undefined;
  }
}
