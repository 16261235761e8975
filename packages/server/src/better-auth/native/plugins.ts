// What we add to Better Auth's own endpoints, as plugins of it.
import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { setRequestCookie } from "better-auth/cookies";
import { makeSignature } from "better-auth/crypto";
import type { Database } from "../../database/database.ts";
import { findSessionToken } from "./queries.ts";
import { currentRequest } from "./request.ts";
import { withoutTokens } from "./shapes.ts";

/**
 * Better Auth knows cookies alone: whoever our access token names gets one, on this request only. In place,
 * because each hook sees the headers as they were at first.
 */
export const bearerAccess = (database: Database) =>
  ({
    id: "bearer-access",
    hooks: {
      before: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (ctx) => {
            const principal = currentRequest.getStore()?.principal;
            if (!principal || !ctx.headers) return undefined;
            const handle = await findSessionToken(database, principal.sessionId);
            if (handle === undefined) return undefined;
            const signed = `${handle}.${await makeSignature(handle, ctx.context.secret)}`;
            setRequestCookie(ctx.headers, ctx.context.authCookies.sessionToken.name, signed);
            return { context: { headers: ctx.headers } };
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

/** Better Auth's answers name sessions by their tokens; ours by their ids. */
export const sessionHandles = () =>
  ({
    id: "session-handles",
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (ctx) => {
            const { returned } = ctx.context;
            const answer = returned instanceof Error ? undefined : withoutTokens(returned);
            return isRecord(answer) ? ctx.json(answer) : undefined;
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Error);
}
