import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { SignInDelivery } from "../http/deliver-sign-in.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { deliverySchema, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { toPasskeyAnswer } from "./answers.ts";
import { PasskeyRefusedError } from "./errors.ts";
import { exampleCredential, exampleRequestId, exampleRequestOptions } from "./examples.ts";
import { credentialSchema, requestIdSchema, requestOptionsSchema } from "./schemas.ts";
import type { Passkeys } from "./service.ts";

const signInSchema = z
  .strictObject({
    requestId: requestIdSchema,
    credential: credentialSchema,
    delivery: deliverySchema.default("cookie"),
    keepGuestChats: z.boolean().optional().openapi({
      description: "Whether a guest's chats come along, if the reader was asked; left out, they wait.",
    }),
  })
  .openapi("PasskeySignIn");

export interface PasskeySignInRoutesDeps {
  readonly passkeys: Passkeys;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

/** Signing in with a passkey, and the options for proving again who one is. */
export function passkeySignInRoutes(deps: PasskeySignInRoutesDeps) {
  const { passkeys, signInDelivery, limit, requireSession, optionalSession } = deps;

  const optionsRoute = createRoute({
    method: "post",
    path: "/auth/passkey/options",
    operationId: "passkeySignInOptions",
    summary: "Begin to sign in with a passkey",
    description:
      "Options for `navigator.credentials.get`. No address is asked for, so nothing is told about any: the browser knows which " +
      "passkeys it has. Good for ten minutes.",
    tags: ["sign-in"],
    security: [],
    middleware: [limit("passkey")],
    responses: {
      200: jsonAnswer("What the browser needs", requestOptionsSchema, exampleRequestOptions),
    },
  });

  const signInRoute = createRoute({
    method: "post",
    path: "/auth/passkey/verify",
    operationId: "signInWithPasskey",
    summary: "Sign in with a passkey",
    description:
      "The authenticator must have verified its user, so no second factor is asked for. A guest's chats wait as `claimable`, " +
      "unless `keepGuestChats` says that the reader wants them.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("login"), optionalSession],
    request: jsonBody(signInSchema, {
      "In a browser": { requestId: exampleRequestId, credential: exampleCredential },
      "In an app: the refresh token in the answer": {
        requestId: exampleRequestId,
        credential: exampleCredential,
        delivery: "body",
      },
    }),
    responses: {
      200: jsonAnswer("Signed in", sessionSchema, exampleSession),
      ...problems(
        "passkey-refused",
        "passkey-unknown",
        "invalid-credentials",
        "account-banned",
        "email-not-verified",
      ),
    },
  });

  const stepUpOptionsRoute = createRoute({
    method: "post",
    path: "/auth/step-up/passkey",
    operationId: "passkeyStepUpOptions",
    summary: "Begin to prove again who you are, with a passkey",
    description:
      "Options for `navigator.credentials.get`, with the reader's own passkeys. `POST /auth/step-up` takes the answer.",
    tags: ["sign-in"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("step-up")],
    responses: {
      200: jsonAnswer("What the browser needs", requestOptionsSchema, exampleRequestOptions),
      ...problems("not-found"),
    },
  });

  return createHttpApp()
    .openapi(optionsRoute, (c) => {
      c.header("cache-control", "no-store");
      return c.json(passkeys.signInOptions(), 200);
    })
    .openapi(signInRoute, async (c) => {
      const { requestId, credential, ...asked } = c.req.valid("json");
      // Where nobody was asked, the browser may have offered the passkey in the form.
      const claimable = asked.keepGuestChats === undefined;
      const request = { ...(await signInDelivery.read(c, asked)), claimable };
      const outcome = await passkeys.signIn({ requestId, answer: toPasskeyAnswer(credential) }, request);
      const answer = await signInDelivery.answer(c, outcome);
      // A passkey is both factors.
      if ("status" in answer) throw new PasskeyRefusedError();
      return c.json(answer, 200);
    })
    .openapi(stepUpOptionsRoute, async (c) => c.json(await passkeys.stepUpOptions(getPrincipal(c)), 200));
}
