import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleCredentials, exampleLetterToken } from "./examples.ts";
import { emailSchema, letterTokenSchema, typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const emailChangeSchema = z
  .strictObject({ newEmail: emailSchema, password: typedPasswordSchema.optional() })
  .openapi("EmailChange");

const tokenSchema = z.strictObject({ token: letterTokenSchema }).openapi("LetterTokenOnly");

const exampleNewEmail = "alice@example.net";

export interface EmailChangeRoutesDeps {
  readonly accounts: Accounts;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function emailChangeRoutes({ accounts, limit, requireSession }: EmailChangeRoutesDeps) {
  const askRoute = createRoute({
    method: "post",
    path: "/me/email",
    operationId: "changeEmail",
    summary: "Ask for another address",
    description:
      "A letter goes to the new address, and nothing changes before it is confirmed. The answer is the same for an address that has an " +
      "account; its owner gets a letter that says so. After a step-up, or with the password.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("email-change")],
    request: jsonBody(emailChangeSchema, {
      "After a step-up": { newEmail: exampleNewEmail },
      "With the password": { newEmail: exampleNewEmail, password: exampleCredentials.password },
    }),
    responses: {
      202: jsonAnswer(
        "If the address can be had, it gets a letter",
        z.object({ status: z.literal("accepted") }),
        { status: "accepted" },
      ),
      ...problems("invalid-credentials", "not-found", "step-up-required", "server-busy"),
    },
  });

  const confirmRoute = createRoute({
    method: "post",
    path: "/me/email/confirm",
    operationId: "confirmEmail",
    summary: "Confirm the new address, by letter",
    description:
      "In any browser; nobody is signed in or out by it. The old address is told, stays reserved for 72 hours, and can undo the change " +
      "for as long.",
    tags: ["account"],
    security: [],
    middleware: [limit("verify")],
    request: jsonBody(tokenSchema, { "With the letter's token": { token: exampleLetterToken } }),
    responses: {
      200: jsonAnswer(
        "The address is the account's",
        z.object({ email: z.string() }).openapi("ConfirmedEmail"),
        { email: exampleNewEmail },
      ),
      ...problems("token-invalid"),
    },
  });

  const undoRoute = createRoute({
    method: "post",
    path: "/me/email/undo",
    operationId: "undoEmailChange",
    summary: "Undo a change of the address, by letter",
    description:
      "For the owner of the old address, within 72 hours, also after the password was reset. Every session ends; the password goes, and " +
      "every passkey, provider, second factor and trusted device that was added since; a letter to the old address asks for a new " +
      "password. Later changes cannot be undone any more.",
    tags: ["account"],
    security: [],
    middleware: [limit("verify")],
    request: jsonBody(tokenSchema, { "With the letter's token": { token: exampleLetterToken } }),
    responses: {
      204: { description: "The account has its old address" },
      ...problems("token-invalid"),
    },
  });

  return createHttpApp()
    .openapi(askRoute, async (c) => {
      const { newEmail, password } = c.req.valid("json");
      await accounts.changeEmail(getPrincipal(c), { newEmail, password, device: deviceOf(c) });
      return c.json({ status: "accepted" as const }, 202);
    })
    .openapi(confirmRoute, async (c) => {
      c.header("cache-control", "no-store");
      const email = await accounts.confirmEmail(c.req.valid("json").token, deviceOf(c));
      return c.json({ email }, 200);
    })
    .openapi(undoRoute, async (c) => {
      await accounts.undoEmailChange(c.req.valid("json").token, deviceOf(c));
      return c.body(null, 204);
    });
}
