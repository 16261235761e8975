import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import { type SessionNews, toSessionAnswer } from "../sessions/answer.ts";
import type { SessionAnswer } from "../sessions/schemas.ts";
import type { SessionGrant } from "../sessions/service.ts";
import type { HttpEnv } from "./app-type.ts";
import type { Cookies } from "./cookies.ts";
import { keepBrowserToken } from "./device.ts";

/**
 * Hands a session to its reader: the refresh token as a cookie or in the body, as the session was
 * opened. A guest's cookie is one of its own, so that its late answer cannot sign a reader out.
 */
export function createDelivery(deps: {
  cookies: Cookies;
  clock: Clock;
  findClaimable: (guestId: string) => Promise<{ conversations: number } | undefined>;
}) {
  const { cookies, clock, findClaimable } = deps;

  return async function deliver(
    c: Context<HttpEnv>,
    grant: SessionGrant,
    news: Pick<SessionNews, "merged"> = {},
  ): Promise<SessionAnswer> {
    const { session, refreshToken, renewed } = grant;
    const now = clock.now();
    if (session.delivery === "cookie" && renewed) {
      const until = { expiresAt: session.expiresAt, now };
      cookies.set(c, session.isAnonymous ? "guest" : "account", refreshToken, until);
      cookies.set(c, "hint", "1", until);
      if (!session.isAnonymous) keepBrowserToken(c, cookies, now);
    }
    c.header("cache-control", "no-store");
    const claimable = session.claimableGuestId ? await findClaimable(session.claimableGuestId) : undefined;
    return toSessionAnswer(grant, { ...news, claimable }, now);
  };
}

export type Deliver = ReturnType<typeof createDelivery>;
