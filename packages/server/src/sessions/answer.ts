import { toAccount } from "../accounts/account.ts";
import type { Principal } from "./principal.ts";
import type { SessionAnswer, SessionFacts } from "./schemas.ts";
import type { SessionGrant } from "./service.ts";

export interface SessionNews {
  readonly merged?: { readonly conversations: number } | undefined;
  readonly claimable?: { readonly conversations: number } | undefined;
}

/** A granted session as JSON. The refresh token is in it only where the session is delivered that way. */
export function toSessionAnswer(grant: SessionGrant, news: SessionNews, now: Date): SessionAnswer {
  const { session, accessToken, refreshToken, secondFactorMissing } = grant;
  return {
    accessToken: accessToken.token,
    tokenType: session.dpopThumbprint === null ? "Bearer" : "DPoP",
    expiresIn: Math.max(0, Math.ceil((accessToken.expiresAt.getTime() - now.getTime()) / 1000)),
    expiresAt: accessToken.expiresAt.toISOString(),
    ...(session.delivery === "body" && { refreshToken }),
    refreshExpiresAt: session.expiresAt.toISOString(),
    account: toAccount(session),
    ...(secondFactorMissing && { secondFactorSetUpRequired: true as const }),
    ...(news.merged && { merged: news.merged }),
    ...(news.claimable && { claimable: news.claimable }),
  };
}

/** What an access token says, as JSON. */
export function toSessionFacts(principal: Principal): SessionFacts {
  const { userId, sessionId, role, guest, emailVerified, authTime, expiresAt } = principal;
  return {
    sub: userId,
    sid: sessionId,
    role,
    guest,
    emailVerified,
    authTime: authTime.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

/** The same as text, made once for as long as a token is remembered. */
export function createSessionFactsText(): (principal: Principal) => string {
  const texts = new WeakMap<Principal, string>();
  return (principal) => {
    let text = texts.get(principal);
    if (text === undefined) {
      text = JSON.stringify(toSessionFacts(principal));
      texts.set(principal, text);
    }
    return text;
  };
}
