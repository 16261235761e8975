import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { toPasskeyAnswer } from "../passkeys/answers.ts";
import { exampleCredential, exampleRequestId } from "../passkeys/examples.ts";
import { credentialSchema, requestIdSchema } from "../passkeys/schemas.ts";
import type { Passkeys } from "../passkeys/service.ts";
import { mailedCodeSchema, recoveryCodeSchema, totpCodeSchema } from "../second-factor/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleCredentials } from "./examples.ts";
import { typedPasswordSchema } from "./schemas.ts";
import type { Accounts } from "./service.ts";

const stepUpSchema = z
  .union([
    z.strictObject({ password: typedPasswordSchema }),
    z.strictObject({ method: z.literal("totp"), code: totpCodeSchema }),
    z.strictObject({ method: z.literal("recovery-code"), code: recoveryCodeSchema }),
    z.strictObject({ method: z.literal("mail-code"), code: mailedCodeSchema }),
    z.strictObject({
      method: z.literal("passkey"),
      requestId: requestIdSchema,
      credential: credentialSchema,
    }),
  ])
  .openapi("StepUp");

const freshTokenSchema = sessionSchema
  .pick({ accessToken: true, tokenType: true, expiresIn: true, expiresAt: true })
  .openapi("FreshAccessToken");

export interface StepUpRoutesDeps {
  readonly accounts: Accounts;
  readonly passkeys: Passkeys;
  readonly clock: Clock;
  readonly limit: LimitRequests;
  readonly requireSession: RequireSession;
}

export function stepUpRoutes({ accounts, passkeys, clock, limit, requireSession }: StepUpRoutesDeps) {
  const { accessToken, tokenType, expiresIn, expiresAt } = exampleSession;

  const stepUpRoute = createRoute({
    method: "post",
    path: "/auth/step-up",
    operationId: "stepUp",
    summary: "Prove again who you are",
    description:
      "Where an act is refused with `step-up-required`: the answer's access token is good for such acts for ten minutes. The session " +
      "stays the same and keeps its refresh token; its later access tokens know the new time, too. An account with a second factor " +
      "proves itself with that: a password or a mailed code is refused with `step-up-required`.",
    tags: ["sign-in"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("step-up")],
    request: jsonBody(stepUpSchema, {
      "By password": { password: exampleCredentials.password },
      "By a code of the reader's app": { method: "totp", code: "287082" },
      "By a recovery code": { method: "recovery-code", code: "7k3mz-p9qtx" },
      "By the code of a letter, without a password": { method: "mail-code", code: "40718326" },
      "By a passkey, with options of POST /auth/step-up/passkey": {
        method: "passkey",
        requestId: exampleRequestId,
        credential: exampleCredential,
      },
    }),
    responses: {
      200: jsonAnswer("An access token with a fresh `auth_time`", freshTokenSchema, {
        accessToken,
        tokenType,
        expiresIn,
        expiresAt,
      }),
      ...problems(
        "invalid-credentials",
        "passkey-unknown",
        "passkey-refused",
        "step-up-required",
        "server-busy",
      ),
    },
  });

  const mailRoute = createRoute({
    method: "post",
    path: "/auth/step-up/mail",
    operationId: "mailStepUpCode",
    summary: "Ask for a code by letter",
    description:
      "For accounts without a password. The code is good for ten minutes and for this session alone. An account with a second factor gets none.",
    tags: ["sign-in"],
    security: [{ accessToken: [] }],
    middleware: [requireSession, limit("step-up-letter")],
    responses: {
      202: jsonAnswer("The letter is on its way", z.object({ status: z.literal("accepted") }), {
        status: "accepted",
      }),
      ...problems("step-up-required"),
    },
  });

  return createHttpApp()
    .openapi(stepUpRoute, async (c) => {
      const principal = getPrincipal(c);
      const proof = c.req.valid("json");
      const device = deviceOf(c);
      const fresh =
        "credential" in proof
          ? await passkeys.stepUp(principal, {
              requestId: proof.requestId,
              answer: toPasskeyAnswer(proof.credential),
              device,
            })
          : await accounts.stepUp.perform(principal, proof, device);
      return c.json(
        {
          accessToken: fresh.token,
          tokenType: principal.keyThumbprint === undefined ? ("Bearer" as const) : ("DPoP" as const),
          expiresIn: Math.max(0, Math.ceil((fresh.expiresAt.getTime() - clock.now().getTime()) / 1000)),
          expiresAt: fresh.expiresAt.toISOString(),
        },
        200,
      );
    })
    .openapi(mailRoute, async (c) => {
      await accounts.stepUp.sendCode(getPrincipal(c), deviceOf(c));
      return c.json({ status: "accepted" as const }, 202);
    });
}
