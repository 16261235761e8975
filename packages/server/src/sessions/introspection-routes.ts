import { createHash, timingSafeEqual } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import type { Secret } from "../config/secret.ts";
import { createHttpApp, type HttpEnv } from "../http/app-type.ts";
import { formMediaType, introspectionPath } from "../http/read-json.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import { UnauthenticatedError } from "./errors.ts";
import { exampleAccessToken, exampleSession } from "./examples.ts";
import {
  type IntrospectionAnswer,
  introspectionRequestSchema,
  introspectionSchema,
} from "./introspection-schemas.ts";
import type { Principal } from "./principal.ts";
import type { Sessions } from "./service.ts";

export interface IntrospectionRoutesDeps {
  readonly sessions: Sessions;
  /** What the services that may ask know. */
  readonly introspectionToken: Secret;
  readonly issuer: string;
  readonly audience: string;
}

/** Only where an operator has set a token for it: who may ask learns whose any token is. */
export function introspectionRoutes(deps: IntrospectionRoutesDeps) {
  const { sessions, issuer, audience } = deps;

  const route = createRoute({
    method: "post",
    path: introspectionPath,
    operationId: "introspectToken",
    summary: "Ask whether an access token still counts",
    description:
      "RFC 7662, for services that must know at once that a session has ended. `INTROSPECTION_TOKEN` of the server's settings is the " +
      '`Bearer`. Whatever does not count is `{ "active": false }`: a token that has expired or was revoked, a refresh token, ' +
      "nonsense. A token with `cnf` is bound to a key, and your service has to ask its sender for the proof.",
    tags: ["operation"],
    security: [{ introspectionToken: [] }],
    middleware: [requireIntrospectionToken(deps.introspectionToken)],
    request: {
      body: {
        required: true,
        content: {
          [formMediaType]: { schema: introspectionRequestSchema, example: { token: exampleAccessToken } },
        },
      },
    },
    responses: {
      200: jsonAnswer("What the token says, if it counts", introspectionSchema, {
        active: true,
        token_type: "Bearer",
        iss: "https://book.example.org",
        aud: "https://book.example.org",
        sub: exampleSession.account.id,
        sid: "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
        role: "user",
        guest: false,
        email_verified: true,
        auth_time: 1795253400,
        iat: 1795253400,
        exp: 1795254300,
      }),
      ...problems("unauthenticated"),
    },
  });

  function describe(principal: Principal): IntrospectionAnswer {
    const { keyThumbprint } = principal;
    return {
      active: true,
      token_type: keyThumbprint === undefined ? "Bearer" : "DPoP",
      iss: issuer,
      aud: audience,
      sub: principal.userId,
      sid: principal.sessionId,
      role: principal.role,
      guest: principal.guest,
      email_verified: principal.emailVerified,
      auth_time: toSeconds(principal.authTime),
      iat: toSeconds(principal.issuedAt),
      exp: toSeconds(principal.expiresAt),
      ...(keyThumbprint !== undefined && { cnf: { jkt: keyThumbprint } }),
    };
  }

  return createHttpApp().openapi(route, async (c) => {
    const principal = await sessions.introspect(c.req.valid("form").token);
    return c.json(principal ? describe(principal) : { active: false as const }, 200);
  });
}

/** RFC 7662, section 4: nobody may try out tokens here. */
function requireIntrospectionToken(introspectionToken: Secret): MiddlewareHandler<HttpEnv> {
  const expected = digest(introspectionToken.reveal());
  return async (c, next) => {
    const [, presented = ""] =
      /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
    // Digests are equally long, so that the time of the comparison says nothing.
    if (!timingSafeEqual(digest(presented), expected)) {
      throw new UnauthenticatedError("The token of INTROSPECTION_TOKEN is needed.");
    }
    c.header("cache-control", "no-store");
    await next();
  };
}

const digest = (text: string) => createHash("sha256").update(text).digest();
const toSeconds = (moment: Date) => Math.floor(moment.getTime() / 1000);
