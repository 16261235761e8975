import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleCredentials } from "./examples.ts";
import { typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const stepUpSchema = z.strictObject({ password: typedPasswordSchema }).openapi("StepUp");

const freshTokenSchema = sessionSchema
  .pick({ accessToken: true, tokenType: true, expiresIn: true, expiresAt: true })
  .openapi("FreshAccessToken");

export interface StepUpRoutesDeps {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function stepUpRoutes({ accounts, clock, limit, requireSession }: StepUpRoutesDeps) {
  const { accessToken, tokenType, expiresIn, expiresAt } = exampleSession;

  const stepUpRoute = createRoute({
    method: "post",
    path: "/auth/step-up",
    operationId: "stepUp",
    summary: "Prove again who you are",
    description:
      "Where an act is refused with `step-up-required`: the answer's access token is good for such acts for ten minutes. The session " +
      "stays the same and keeps its refresh token; its later access tokens know the new time, too.",
    tags: ["sign-in"],
    security: [{ accessToken: [] }],
    middleware: [
      limit("step-up", { refundSuccess: true }),
      requireSession,
      limit("step-up-account", { refundSuccess: true, per: "account" }),
    ],
    request: jsonBody(stepUpSchema, { "By password": { password: exampleCredentials.password } }),
    responses: {
      200: jsonAnswer("An access token with a fresh `auth_time`", freshTokenSchema, {
        accessToken,
        tokenType,
        expiresIn,
        expiresAt,
      }),
      ...problems("invalid-credentials", "too-many-requests", "server-busy"),
    },
  });

  return createHttpApp().openapi(stepUpRoute, async (c) => {
    const principal = getPrincipal(c);
    const { password } = c.req.valid("json");
    const fresh = await accounts.stepUp(principal, { password, device: deviceOf(c) });
    return c.json(
      {
        accessToken: fresh.token,
        tokenType: principal.keyThumbprint === undefined ? ("Bearer" as const) : ("DPoP" as const),
        expiresIn: Math.max(0, Math.ceil((fresh.expiresAt.getTime() - clock.now().getTime()) / 1000)),
        expiresAt: fresh.expiresAt.toISOString(),
      },
      200,
    );
  });
}
