import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { DomainError } from "../domain-error.ts";
import { createHttpApp, type HttpEnv } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import type { Deliver } from "../http/deliver-session.ts";
import { deviceOf } from "../http/device.ts";
import type { KeyProofs } from "../http/key-proofs.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { requireOwnOrigin } from "../http/origin.ts";
import { getPrincipal, type RequireSession, readAccessToken } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { RefreshInvalidError, UnauthenticatedError } from "./errors.ts";
import { exampleRefreshToken, exampleSession } from "./examples.ts";
import type { KeyProof } from "./key-proof.ts";
import { sessionFactsSchema, sessionSchema } from "./schemas.ts";
import type { Device, SessionGrant, Sessions } from "./service.ts";

const refreshToken = plainText({ min: 1, max: 1000 });

export interface SessionRoutesDeps {
  readonly sessions: Sessions;
  readonly cookies: Cookies;
  readonly deliver: Deliver;
  readonly allowedOrigins: readonly string[];
  readonly keyProofs: KeyProofs;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function sessionRoutes(deps: SessionRoutesDeps) {
  const { sessions, cookies, deliver, allowedOrigins, keyProofs, limit, requireSession } = deps;

  /** The refresh tokens in this browser's cookies, the account's first; they act for the book's own pages only. */
  function readCookies(c: Context<HttpEnv>): string[] {
    const tokens = [cookies.read(c, "account"), cookies.read(c, "guest")].filter(
      (token) => token !== undefined,
    );
    if (tokens.length > 0) requireOwnOrigin(c.req.raw.headers, allowedOrigins);
    if (cookies.isRepeated(c, "account") || cookies.isRepeated(c, "guest"))
      throw new UnauthenticatedError("The request carries two refresh cookies of one name.");
    return tokens;
  }

  /** A dead account's cookie must not hide the guest who uses the browser now. */
  async function refreshFirst(
    tokens: readonly string[],
    proof: KeyProof | undefined,
    device: Device,
  ): Promise<SessionGrant> {
    for (const [index, token] of tokens.entries()) {
      try {
        return await sessions.refresh(token, proof, device);
      } catch (error) {
        if (!(error instanceof RefreshInvalidError) || index === tokens.length - 1) throw error;
      }
    }
    throw new RefreshInvalidError();
  }

  const refreshRoute = createRoute({
    method: "post",
    path: "/auth/refresh",
    operationId: "refreshSession",
    summary: "Continue a session",
    description:
      "With the cookie, from an allowed origin; or with a refresh token in the body. Each refresh replaces the token: keep the new " +
      "one. A replaced token that comes back much later is a sign of theft and ends the session. A session that is bound to a key " +
      "needs a proof of the same key.",
    tags: ["sessions"],
    security: [{}, { dpopProof: [] }],
    middleware: [limit("refresh")],
    request: jsonBody(z.strictObject({ refreshToken: refreshToken.optional() }), {
      "With the token of an earlier answer": { refreshToken: exampleRefreshToken },
      "With the browser's cookie": {},
    }),
    responses: {
      200: jsonAnswer("The session, with a fresh access token", sessionSchema, {
        ...exampleSession,
        refreshToken: exampleRefreshToken,
      }),
      ...problems("ambiguous-credentials", "refresh-invalid", "refresh-reused", "unauthenticated"),
    },
  });

  const logoutRoute = createRoute({
    method: "post",
    path: "/auth/logout",
    operationId: "logout",
    summary: "Sign out",
    description:
      "Ends every session that the cookies, the access token or the refresh token name, and clears the cookies. " +
      "Repeating it is fine.",
    tags: ["sessions"],
    security: [{}, { accessToken: [] }],
    request: jsonBody(
      z.strictObject({ refreshToken: refreshToken.optional(), everywhere: z.boolean().default(false) }),
      {
        "This session": {},
        "The session of a refresh token": { refreshToken: exampleRefreshToken },
        "Every session of the reader": { everywhere: true },
      },
    ),
    responses: {
      204: { description: "Signed out" },
    },
  });

  const factsRoute = createRoute({
    method: "get",
    path: "/auth/session",
    operationId: "readTokenFacts",
    summary: "Read what the access token says",
    description:
      "From the token alone, without any database work: good for a back end that asks for every request. Only the proof of a " +
      "bound token is remembered, so that it counts once; and while this server cannot hear what others revoke, it asks the database.",
    tags: ["sessions"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: {
      200: jsonAnswer("The token's facts", sessionFactsSchema, {
        sub: exampleSession.account.id,
        sid: "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
        role: "user",
        guest: false,
        emailVerified: true,
        authTime: "2026-11-21T09:30:00.000Z",
        expiresAt: exampleSession.expiresAt,
      }),
    },
  });

  return createHttpApp()
    .openapi(refreshRoute, async (c) => {
      const inBody = c.req.valid("json").refreshToken;
      const inCookies = readCookies(c);
      if (inBody !== undefined && inCookies.length > 0) {
        throw new DomainError("ambiguous-credentials", "The request carries two refresh tokens.");
      }
      const proof = await keyProofs.find(c);
      const grant = await refreshFirst(inBody === undefined ? inCookies : [inBody], proof, deviceOf(c));
      return c.json(await deliver(c, grant), 200);
    })
    .openapi(logoutRoute, async (c) => {
      const { refreshToken: inBody, everywhere } = c.req.valid("json");
      const inCookies = readCookies(c);
      await sessions.logout(
        {
          refreshTokens: inBody === undefined ? inCookies : [...inCookies, inBody],
          ...(await readAccessToken(c, keyProofs)),
        },
        { everywhere, device: deviceOf(c) },
      );
      for (const kind of ["account", "guest", "registration", "hint"] as const) cookies.clear(c, kind);
      return c.body(null, 204);
    })
    .openapi(factsRoute, (c) => {
      const { userId, sessionId, role, guest, emailVerified, authTime, expiresAt } = getPrincipal(c);
      return c.json(
        {
          sub: userId,
          sid: sessionId,
          role,
          guest,
          emailVerified,
          authTime: authTime.toISOString(),
          expiresAt: expiresAt.toISOString(),
        },
        200,
      );
    });
}
