import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import { type SignInDelivery, trustedDeviceSchema } from "../http/deliver-sign-in.ts";
import { signInDevice } from "../http/device.ts";
import type { KeyProofs } from "../http/key-proofs.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { deliverySchema, jsonAnswer, jsonBody, plainText, problems } from "../http/schemas.ts";
import { recoveryCodeSchema, totpCodeSchema } from "../second-factor/schemas.ts";
import { exampleRefreshToken, exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import type { Accounts } from "./service.ts";

const secondStep = {
  challenge: plainText({ min: 1, max: 200 }),
  delivery: deliverySchema.optional(),
  trustDevice: z.boolean().default(false).openapi({
    description:
      "Ask for no code at this device's next sign-ins, for thirty days or until the password changes.",
  }),
  trustedDevice: trustedDeviceSchema.optional(),
};

const secondStepSchema = z
  .discriminatedUnion("method", [
    z.strictObject({ ...secondStep, method: z.literal("totp"), code: totpCodeSchema }),
    z.strictObject({ ...secondStep, method: z.literal("recovery-code"), code: recoveryCodeSchema }),
  ])
  .openapi("SecondStep");

const signedInSchema = sessionSchema
  .extend({
    trustedDevice: z.string().optional().openapi({
      description: "Only with `trustDevice` and `delivery: body`: send it along with the next first factor.",
    }),
  })
  .openapi("SecondStepSession");

export interface SecondStepRoutesDeps {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly signInDelivery: SignInDelivery;
  readonly keyProofs: KeyProofs;
  readonly limit: LimitRequests;
}

export function secondStepRoutes(deps: SecondStepRoutesDeps) {
  const { accounts, clock, cookies, signInDelivery, keyProofs, limit } = deps;
  const exampleChallenge = "r3Nq8Wb2Zt6Yx1Vc5Lm9Kd4Hs7Gf0Jp2";

  const secondFactorRoute = createRoute({
    method: "post",
    path: "/auth/second-factor",
    operationId: "completeSignIn",
    summary: "Sign in with the second factor",
    description:
      "The end of a sign-in that was answered with `second-factor-required`. The challenge lives five minutes and allows five tries; " +
      "it knows the guest, the delivery and the key of the first request, and a browser's works in that browser alone (a cookie). " +
      "After ten wrong codes in a row, over any number of challenges, no code counts for a quarter of an hour and longer each time; " +
      "passwords, passkeys and trusted devices are not locked.",
    tags: ["sign-in"],
    security: [{}, { dpopProof: [] }],
    middleware: [limit("second-factor")],
    request: jsonBody(secondStepSchema, {
      "A code of the reader's app": { challenge: exampleChallenge, method: "totp", code: "287082" },
      "A recovery code, on a device to be trusted": {
        challenge: exampleChallenge,
        method: "recovery-code",
        code: "7k3mz-p9qtx",
        trustDevice: true,
      },
    }),
    responses: {
      200: jsonAnswer("Signed in", signedInSchema, { ...exampleSession, refreshToken: exampleRefreshToken }),
      ...problems("token-invalid", "invalid-credentials"),
    },
  });

  return createHttpApp().openapi(secondFactorRoute, async (c) => {
    const typed = c.req.valid("json");
    const proof = await keyProofs.find(c);
    await proof?.spend();
    const { outcome, delivery, trusted } = await accounts.takeSecondStep({
      ...typed,
      browserProof: cookies.read(c, "secondFactor"),
      keyThumbprint: proof?.thumbprint,
      device: signInDevice(c, cookies),
      trustedDevice: typed.trustedDevice ?? cookies.read(c, "trustedDevice"),
    });
    cookies.clear(c, "secondFactor");
    const session = sessionSchema.parse(await signInDelivery.answer(c, outcome));
    if (!trusted) return c.json(session, 200);
    if (delivery === "body") return c.json({ ...session, trustedDevice: trusted.token }, 200);
    cookies.set(c, "trustedDevice", trusted.token, { expiresAt: trusted.expiresAt, now: clock.now() });
    return c.json(session, 200);
  });
}
