// What we add to Better Auth's own endpoints, as plugins of it. Their order decides: hooks run in it.
import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { setRequestCookie } from "better-auth/cookies";
import { makeSignature } from "better-auth/crypto";
import type { Database } from "../../database/database.ts";
import type { AdoptSession } from "./adopt-session.ts";
import type { Passkeys } from "./passkeys.ts";
import { findNativeSession, findNativeUser, findSessionToken } from "./queries.ts";
import { currentRequest } from "./request.ts";
import { toUser, withoutTokens } from "./shapes.ts";

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

/** The rules around a passkey that Better Auth has just checked and stored. */
export const passkeyRules = (passkeys: Passkeys) =>
  ({
    id: "passkey-rules",
    hooks: {
      after: [
        {
          // The library asks authenticators to verify their user where they can; here they must.
          matcher: ({ path }) => path === "/passkey/generate-authenticate-options",
          handler: createAuthMiddleware(async (ctx) => {
            const { returned } = ctx.context;
            if (!isRecord(returned)) return undefined;
            return ctx.json({ ...returned, userVerification: "required" });
          }),
        },
        {
          matcher: ({ path }) => path === "/passkey/verify-registration",
          handler: createAuthMiddleware(async (ctx) => {
            const { returned } = ctx.context;
            const request = currentRequest.getStore();
            if (!isRecord(returned) || typeof returned.id !== "string" || !request?.principal)
              return undefined;
            await passkeys.confirmAdded(request.principal, { id: returned.id, device: request.device });
            return undefined;
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

/** The last: a session that has begun becomes one of ours, and its pair is handed out. */
export const tokenPair = (deps: { database: Database; adoptSession: AdoptSession }) =>
  ({
    id: "token-pair",
    hooks: {
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async (ctx) => {
            const begun = ctx.context.newSession?.session;
            const request = currentRequest.getStore();
            if (!begun || !request || begun.id === request.principal?.sessionId) return undefined;
            const started = await deps.adoptSession(
              { id: begun.id, userId: begun.userId, credentialId: checkedPasskey(ctx.path, ctx.body) },
              request,
            );
            request.started = started;
            const { sessionId, userId } = started.grant.session;
            const [session, user] = await Promise.all([
              findNativeSession(deps.database, sessionId),
              findNativeUser(deps.database, userId),
            ]);
            // Ended since its commit.
            if (!session || !user) throw new APIError("UNAUTHORIZED");
            return ctx.json({
              token: started.grant.accessToken.token,
              session: { ...session, token: session.id },
              user: toUser(user),
            });
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

/**
 * Refuses an order in which a sign-in that still waits for its second factor would get tokens, or a guest
 * would be merged before it.
 */
export function requireOrder(plugins: readonly { readonly id: string }[]): void {
  const ids = plugins.map(({ id }) => id);
  const before = (first: string, second: string) =>
    !ids.includes(first) || !ids.includes(second) || ids.indexOf(first) < ids.indexOf(second);
  if (ids[0] !== "bearer-access") throw new Error("bearer-access must be Better Auth's first plugin.");
  if (ids.at(-1) !== "token-pair") throw new Error("token-pair must be Better Auth's last plugin.");
  if (!before("two-factor", "anonymous")) throw new Error("two-factor must stand before anonymous.");
  if (new Set(ids).size !== ids.length) throw new Error("A plugin of Better Auth is there twice.");
}

/** The one endpoint that may begin a session by itself. */
function checkedPasskey(path: string | undefined, body: unknown): string | undefined {
  if (path !== "/passkey/verify-authentication" || !isRecord(body) || !isRecord(body.response))
    return undefined;
  return typeof body.response.id === "string" ? body.response.id : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !(value instanceof Error);
}
