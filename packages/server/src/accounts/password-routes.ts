import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import type { Deliver } from "../http/deliver-session.ts";
import { deviceOf, keepBrowserToken, signInDevice } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleCredentials, exampleLetterToken, exampleProof } from "./examples.ts";
import { emailSchema, letterCodeSchema, letterTokenSchema, typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const forgotSchema = z.strictObject({ email: emailSchema }).openapi("ForgottenPassword");

const resetSchema = z
  .strictObject({
    token: letterTokenSchema.optional(),
    requestId: plainText({ min: 1, max: 200 })
      .optional()
      .openapi({ description: "As the request for the letter was answered; together with `code`." }),
    code: letterCodeSchema.optional(),
    password: typedPasswordSchema,
  })
  .refine(
    ({ token, requestId, code }) =>
      token === undefined ? requestId !== undefined && code !== undefined : (requestId ?? code) === undefined,
    { path: ["token"], error: "field-required" },
  )
  .openapi("PasswordReset");

const changeSchema = z
  .strictObject({ currentPassword: typedPasswordSchema.optional(), newPassword: typedPasswordSchema })
  .openapi("PasswordChange");

const exampleNewPassword = "copper meadow whistle four";

export interface PasswordRoutesDeps {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly deliver: Deliver;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function passwordRoutes(deps: PasswordRoutesDeps) {
  const { accounts, clock, cookies, deliver, limit, requireSession } = deps;

  const forgotRoute = createRoute({
    method: "post",
    path: "/auth/password/forgot",
    operationId: "forgotPassword",
    summary: "Ask for a letter to choose another password",
    description:
      "The answer is the same for every address. An account gets a letter with a link and a code, also one that has no password yet; an " +
      "address that waits to be verified gets that letter again; nobody else gets any. `requestId` makes the code good in the window that " +
      "asked, and several requests stand side by side.",
    tags: ["sign-in"],
    security: [],
    middleware: [limit("letter")],
    request: jsonBody(forgotSchema, { "For an address": { email: exampleCredentials.email } }),
    responses: {
      202: jsonAnswer(
        "If the address has an account, a letter is on its way",
        z.object({ requestId: z.string() }).openapi("LetterRequest"),
        { requestId: exampleProof },
      ),
    },
  });

  const resetRoute = createRoute({
    method: "post",
    path: "/auth/password/reset",
    operationId: "resetPassword",
    summary: "Choose another password, by letter",
    description:
      "With the letter's `token`, or its `code` and the `requestId` of the window that asked. The address is proven by that; every session " +
      "ends, and nobody is signed in: a second factor stays what it was. A weak password leaves the letter good; five wrong codes burn " +
      "the code and not the link.",
    tags: ["sign-in"],
    security: [],
    middleware: [limit("reset")],
    request: jsonBody(resetSchema, {
      "With the link of the letter": { token: exampleLetterToken, password: exampleNewPassword },
      "In the window that asked": {
        requestId: exampleProof,
        code: "40718326",
        password: exampleNewPassword,
      },
    }),
    responses: {
      204: { description: "The password is the new one" },
      ...problems("token-invalid", "server-busy"),
    },
  });

  const changeRoute = createRoute({
    method: "post",
    path: "/auth/password/change",
    operationId: "changePassword",
    summary: "Choose another password, signed in",
    description:
      "Every session of the account ends; the answer is a new one, delivered as the one that asked, and bound to its key. An account " +
      "without a password gets its first one after a step-up, without `currentPassword`; one with a second factor needs the step-up besides.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("step-up")],
    request: jsonBody(changeSchema, {
      "With the current one": {
        currentPassword: exampleCredentials.password,
        newPassword: exampleNewPassword,
      },
      "The first one, after a step-up": { newPassword: exampleNewPassword },
    }),
    responses: {
      200: jsonAnswer("Signed in anew", sessionSchema, exampleSession),
      ...problems("invalid-credentials", "not-found", "step-up-required", "server-busy"),
    },
  });

  return createHttpApp()
    .openapi(forgotRoute, async (c) => {
      c.header("cache-control", "no-store");
      return c.json(await accounts.forgotPassword(c.req.valid("json").email, deviceOf(c)), 202);
    })
    .openapi(resetRoute, async (c) => {
      const { token = "", requestId, code, password } = c.req.valid("json");
      const proof = requestId !== undefined && code !== undefined ? { requestId, code } : { token };
      await accounts.resetPassword(proof, password, signInDevice(c, cookies));
      keepBrowserToken(c, cookies, clock.now());
      return c.body(null, 204);
    })
    .openapi(changeRoute, async (c) => {
      const device = signInDevice(c, cookies);
      const grant = await accounts.changePassword(getPrincipal(c), { ...c.req.valid("json"), device });
      return c.json(await deliver(c, grant), 200);
    });
}
