import { toAccount } from "../accounts/account.ts";
import type { SessionAnswer } from "./schemas.ts";
import type { SessionGrant } from "./service.ts";

export interface SessionNews {
  readonly merged?: { readonly conversations: number } | undefined;
  readonly claimable?: { readonly conversations: number } | undefined;
}

/** A granted session as JSON. The refresh token is in it only where the session is delivered that way. */
export function toSessionAnswer(grant: SessionGrant, news: SessionNews, now: Date): SessionAnswer {
  const { session, accessToken, refreshToken } = grant;
  return {
    accessToken: accessToken.token,
    tokenType: "Bearer",
    expiresIn: Math.max(0, Math.ceil((accessToken.expiresAt.getTime() - now.getTime()) / 1000)),
    expiresAt: accessToken.expiresAt.toISOString(),
    ...(session.delivery === "body" && { refreshToken }),
    refreshExpiresAt: session.expiresAt.toISOString(),
    account: toAccount(session),
    ...(news.merged && { merged: news.merged }),
    ...(news.claimable && { claimable: news.claimable }),
  };
}
