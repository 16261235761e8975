import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import {
  type SignInDelivery,
  secondFactorRequiredSchema,
  trustedDeviceSchema,
} from "../http/deliver-sign-in.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import type { RequireSession } from "../http/require-session.ts";
import { deliverySchema, jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { languageTag } from "../preferences/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleCredentials, exampleLetterToken, exampleProof } from "./examples.ts";
import type { MagicLinks } from "./magic-link.ts";
import { emailSchema } from "./schemas.ts";

const askSchema = z
  .strictObject({ email: emailSchema, language: languageTag.optional() })
  .openapi("MagicLinkRequest");

const secret = plainText({ min: 1, max: 200 });

const proofSchema = z
  .strictObject({
    token: secret.optional().openapi({ description: "From the letter's link." }),
    requestId: secret.optional().openapi({ description: "What asking for the letter answered." }),
    code: z
      .string()
      .regex(/^\d{8}$/, "value-invalid")
      .optional(),
    delivery: deliverySchema.default("cookie"),
    trustedDevice: trustedDeviceSchema.optional(),
  })
  .refine(
    ({ token, requestId, code }) =>
      token === undefined ? requestId !== undefined && code !== undefined : !requestId && !code,
    { path: ["token"], error: "field-required" },
  )
  .openapi("MagicLink");

export interface MagicLinkRoutesDeps {
  readonly magicLinks: MagicLinks;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly optionalSession: RequireSession;
}

/** Signing in by letter, in two steps. */
export function magicLinkRoutes(deps: MagicLinkRoutesDeps) {
  const { magicLinks, signInDelivery, limit, optionalSession } = deps;

  const askRoute = createRoute({
    method: "post",
    path: "/auth/magic-link",
    operationId: "askForMagicLink",
    summary: "Ask for a link that signs in",
    description:
      "An account gets a letter with a link and a code. An address that waits to be verified gets the letter that verifies " +
      "it, an unknown one gets none, and the answer is the same. The code counts together with the `requestId` alone.",
    tags: ["sign-in"],
    security: [],
    middleware: [limit("letter")],
    request: jsonBody(askSchema, { "For an address": { email: exampleCredentials.email } }),
    responses: {
      202: jsonAnswer(
        "If the address has an account, a letter is on its way",
        z.object({ requestId: z.string() }).openapi("MagicLinkRequested"),
        { requestId: exampleProof },
      ),
    },
  });

  const signInRoute = createRoute({
    method: "post",
    path: "/auth/magic-link/verify",
    operationId: "signInWithMagicLink",
    summary: "Sign in with a letter",
    description:
      "With the letter's `token`, or with its `code` and the `requestId`. Either signs in once; five wrong codes use the code " +
      "up, and the link stays good. Nothing happens when the link is only opened. A guest's chats wait as `claimable`.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("verify"), optionalSession],
    request: jsonBody(proofSchema, {
      "With the link, in a browser": { token: exampleLetterToken },
      "With the code, in an app": { requestId: exampleProof, code: "40718326", delivery: "body" },
    }),
    responses: {
      200: {
        ...jsonAnswer(
          "Signed in, or the second factor is still missing",
          z.union([sessionSchema, secondFactorRequiredSchema]),
          exampleSession,
        ),
      },
      ...problems("token-invalid", "account-banned", "email-not-verified"),
    },
  });

  return createHttpApp()
    .openapi(askRoute, async (c) => {
      const { email, language = "en" } = c.req.valid("json");
      return c.json(await magicLinks.ask({ email, language, device: deviceOf(c) }), 202);
    })
    .openapi(signInRoute, async (c) => {
      const { token, requestId = "", code = "", delivery, trustedDevice } = c.req.valid("json");
      const proof = token === undefined ? { requestId, code } : { token };
      const request = await signInDelivery.read(c, { delivery, trustedDevice });
      return c.json(await signInDelivery.answer(c, await magicLinks.signIn(proof, request)), 200);
    });
}
