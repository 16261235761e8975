import { createRoute, z } from "@hono/zod-openapi";
import { exampleConversation, exampleMessages } from "../chats/examples.ts";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { requireStepUp } from "../http/require-step-up.ts";
import { jsonAnswer, jsonBody, plainText, problems, timestamp } from "../http/schemas.ts";
import { exampleAccount, exampleCredentials } from "./examples.ts";
import { accountSchema, typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const records = z.array(z.record(z.string(), z.unknown()));

const exportSchema = z
  .object({
    exportedAt: timestamp,
    account: accountSchema,
    waysToSignIn: records,
    passkeys: records,
    secondFactor: z.record(z.string(), z.unknown()),
    trustedDevices: records,
    sessions: records,
    knownDevices: records,
    visits: records,
    activity: records,
    letters: records,
    conversations: records,
  })
  .catchall(z.unknown())
  .openapi("DataExport", {
    description:
      "One member for each thing that is held; further ones join as the server learns to hold more.",
  });

const deletionSchema = z
  .strictObject({
    password: typedPasswordSchema.optional(),
    code: plainText({ min: 1, max: 100 }).optional(),
  })
  .openapi("AccountDeletion");

export interface PersonalDataRoutesDeps {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function personalDataRoutes({
  accounts,
  clock,
  cookies,
  limit,
  requireSession,
}: PersonalDataRoutesDeps) {
  const exportRoute = createRoute({
    method: "get",
    path: "/me/export",
    operationId: "exportData",
    summary: "Take a copy of everything along",
    description:
      "Everything that the server holds about the reader, as one document: the account, the ways to sign in, sessions, security " +
      "events, letters of the last weeks, and every conversation with its messages. A guest needs no step-up.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, requireStepUp(clock), limit("export")],
    responses: {
      200: jsonAnswer("The copy", exportSchema, {
        exportedAt: "2026-11-21T09:45:00.000Z",
        account: exampleAccount,
        waysToSignIn: [{ kind: "password", since: exampleAccount.createdAt }],
        passkeys: [],
        secondFactor: { totpSince: null, recoveryCodesLeft: 0 },
        trustedDevices: [],
        sessions: [],
        knownDevices: [],
        visits: [{ lastOn: "2026-11-21", previousOn: "2026-11-20" }],
        activity: [],
        letters: [],
        conversations: [{ ...exampleConversation, messages: exampleMessages }],
      }),
      ...problems("not-found", "step-up-required"),
    },
  });

  const deleteRoute = createRoute({
    method: "delete",
    path: "/me",
    operationId: "deleteAccount",
    summary: "Delete the account",
    description:
      "The account, its conversations and its sessions are gone at once and for good; a letter says so to its address. After a " +
      "step-up, or with the password, or where there is a second factor with a `code` of it. A guest needs none of them.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("step-up")],
    request: jsonBody(deletionSchema, {
      "After a step-up": {},
      "With the password": { password: exampleCredentials.password },
      "With a second factor": { code: "492039" },
    }),
    responses: {
      204: { description: "Gone" },
      ...problems("invalid-credentials", "last-admin", "not-found", "server-busy", "step-up-required"),
    },
  });

  return createHttpApp()
    .openapi(exportRoute, async (c) => {
      const copy = await accounts.exportData(getPrincipal(c), deviceOf(c));
      const day = clock.now().toISOString().slice(0, 10);
      c.header("content-disposition", `attachment; filename="bookplate-${day}.json"`);
      return c.json(exportSchema.parse(copy), 200);
    })
    .openapi(deleteRoute, async (c) => {
      const principal = getPrincipal(c);
      await accounts.stepUp.prove(principal, c.req.valid("json"), deviceOf(c));
      await accounts.deleteAccount(principal);
      for (const kind of ["account", "guest", "registration", "hint"] as const) cookies.clear(c, kind);
      return c.body(null, 204);
    });
}
