import { isProblem, NetworkError } from "../errors.ts";
import type { SessionKeeper, Unreachable } from "../session.ts";
import { refreshable } from "../token-refusal.ts";
import { type Send, sendAndRead, sendAndStream } from "./http.ts";
import { nobodySignedIn, readRefusal } from "./refusal.ts";

/** The ways of asking. */
export interface Transport {
  /** As nobody. */
  readonly anonymous: Send;
  /** As whoever is here; refused without asking where that is nobody. */
  readonly signed: Send;
  /** As this browser's guest where there is one, as nobody where not. */
  readonly asGuest: Send;
  /** Like `signed`, for an answer that is read as it comes and outlives its token. */
  readonly streamed: Send;
}

/** A stream is opened only with a token that is good for this long, in milliseconds. */
export const STREAM_LEEWAY = 60_000;

export function createTransport(fetcher: typeof fetch, session: SessionKeeper): Transport {
  const anonymous = sendAndRead(fetcher);

  return {
    anonymous,
    signed: signed(session, anonymous, 0),
    streamed: signed(session, sendAndStream(fetcher), STREAM_LEEWAY),
    async asGuest(outgoing) {
      const token = await reached(session.accessToken());
      if (token === null || session.store.getSnapshot().status !== "guest") return anonymous(outgoing);
      try {
        return await withToken(session, anonymous, token, outgoing);
      } catch (error) {
        // A guest that is gone, merged or promoted elsewhere, must not keep anybody from signing in.
        if (isProblem(error, ...refreshable, "session-ended")) return anonymous(outgoing);
        throw error;
      }
    },
  };
}

function signed(session: SessionKeeper, send: Send, leastLeft: number): Send {
  return async (outgoing) => {
    const token = await reached(session.accessToken(leastLeft));
    if (token !== null) return withToken(session, send, token, outgoing);
    const state = session.store.getSnapshot();
    const ended = state.status === "guest" && state.endedBecause !== undefined;
    throw nobodySignedIn(ended ? "session-ended" : "unauthenticated");
  };
}

/** One refresh and one repetition; then whatever the server says stands. */
async function withToken(
  session: SessionKeeper,
  send: Send,
  token: string,
  outgoing: Parameters<Send>[0],
): Promise<Response> {
  const attempt = async (current: string) => {
    try {
      return await send({ ...outgoing, token: current });
    } catch (error) {
      if (isProblem(error, "session-ended")) session.lose(current);
      throw error;
    }
  };
  try {
    return await attempt(token);
  } catch (error) {
    if (!isProblem(error, ...refreshable)) throw error;
    const fresh = await reached(session.replace(token));
    if (fresh === null) throw error;
    return attempt(fresh);
  }
}

/** @throws NetworkError or ProblemError where it cannot be found out now who is here */
export async function reached(asking: Promise<string | null | Unreachable>): Promise<string | null> {
  const token = await asking;
  if (token === null || typeof token === "string") return token;
  throw token.response === undefined
    ? new NetworkError(token.cause)
    : await readRefusal(token.response.clone());
}
