import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import type { Deliver } from "../http/deliver-session.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { findGuestId, getPrincipal, type RequireSession } from "../http/require-session.ts";
import { deliverySchema, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { accountPatchSchema, accountSchema, emailSchema, typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const loginSchema = z
  .strictObject({
    email: emailSchema,
    password: typedPasswordSchema,
    delivery: deliverySchema.default("cookie"),
    keepGuestChats: z.boolean().default(true),
  })
  .openapi("Login");

export interface AccountRoutesDeps {
  readonly accounts: Accounts;
  readonly cookies: Cookies;
  readonly deliver: Deliver;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

export function accountRoutes(deps: AccountRoutesDeps) {
  const { accounts, cookies, deliver, limit, requireSession, optionalSession } = deps;

  const loginRoute = createRoute({
    method: "post",
    path: "/auth/login",
    summary: "Sign in with a password",
    description: "With a guest's token, the guest's chats come along unless `keepGuestChats` is false.",
    tags: ["sign-in"],
    security: [{}, { accessToken: [] }],
    middleware: [limit("login", { refundSuccess: true }), optionalSession],
    request: jsonBody(loginSchema),
    responses: {
      200: jsonAnswer("Signed in", sessionSchema),
      ...problems(
        "invalid-credentials",
        "unauthenticated",
        "email-not-verified",
        "account-banned",
        "origin-not-allowed",
        "validation-failed",
        "too-many-requests",
        "server-busy",
      ),
    },
  });

  const readRoute = createRoute({
    method: "get",
    path: "/me",
    summary: "Read the reader's account",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: {
      200: jsonAnswer("The account", accountSchema),
      ...problems("unauthenticated", "token-expired", "token-stale", "session-ended", "not-found"),
    },
  });

  const updateRoute = createRoute({
    method: "patch",
    path: "/me",
    summary: "Change name or picture",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    request: jsonBody(accountPatchSchema),
    responses: {
      200: jsonAnswer("The account after the change", accountSchema),
      ...problems(
        "unauthenticated",
        "token-expired",
        "token-stale",
        "session-ended",
        "not-found",
        "validation-failed",
      ),
    },
  });

  return createHttpApp()
    .openapi(loginRoute, async (c) => {
      const { grant, merged } = await accounts.login({
        ...c.req.valid("json"),
        device: deviceOf(c),
        guestId: findGuestId(c),
        proof: cookies.read(c, "registration"),
      });
      // The account's cookie takes over; what the guest had has moved, or waits for a yes.
      cookies.clear(c, "guest");
      return c.json(await deliver(c, grant, { merged }), 200);
    })
    .openapi(readRoute, async (c) => c.json(await accounts.profile.get(getPrincipal(c).userId), 200))
    .openapi(updateRoute, async (c) => {
      return c.json(await accounts.profile.update(getPrincipal(c).userId, c.req.valid("json")), 200);
    });
}
