import { createRoute, z } from "@hono/zod-openapi";
import type { Clock } from "../clock.ts";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import type { Deliver } from "../http/deliver-session.ts";
import {
  type SignInDelivery,
  secondFactorRequiredSchema,
  trustedDeviceSchema,
} from "../http/deliver-sign-in.ts";
import { signInDevice } from "../http/device.ts";
import type { KeyProofs } from "../http/key-proofs.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { findGuestId, type RequireSession } from "../http/require-session.ts";
import { deliverySchema, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { invitationTokenSchema } from "../invitations/schemas.ts";
import { languageTag } from "../preferences/schemas.ts";
import { exampleSession } from "../sessions/examples.ts";
import { sessionSchema } from "../sessions/schemas.ts";
import { exampleCredentials, exampleLetterToken, exampleProof } from "./examples.ts";
import {
  emailSchema,
  letterCodeSchema,
  letterTokenSchema,
  nameSchema,
  registrationProofSchema,
  typedPasswordSchema,
} from "./schemas.ts";
import type { Accounts } from "./service.ts";

const registrationSchema = z
  .strictObject({
    email: emailSchema,
    password: typedPasswordSchema,
    name: nameSchema,
    language: languageTag.optional(),
    invitation: invitationTokenSchema.optional(),
    delivery: deliverySchema.default("cookie"),
  })
  .openapi("Registration");

const verificationRequiredSchema = z
  .object({
    status: z.literal("verification-required"),
    registrationProof: z.string().optional().openapi({ description: "Only with `delivery: body`." }),
  })
  .openapi("VerificationRequired");

const verificationSchema = z
  .strictObject({
    token: letterTokenSchema.optional(),
    code: letterCodeSchema.optional(),
    registrationProof: registrationProofSchema.optional(),
    password: typedPasswordSchema.optional(),
    newPassword: typedPasswordSchema.optional(),
    delivery: deliverySchema.default("cookie"),
    trustedDevice: trustedDeviceSchema.optional(),
  })
  .refine(({ token, code }) => (token === undefined) !== (code === undefined), {
    path: ["token"],
    error: "field-required",
  })
  .openapi("Verification");

const verifiedSchema = z
  .object({ status: z.literal("verified"), session: sessionSchema })
  .openapi("Verified");

export interface RegistrationRoutesDeps {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly cookies: Cookies;
  readonly deliver: Deliver;
  readonly signInDelivery: SignInDelivery;
  readonly limit: LimitRequests;
  readonly keyProofs: KeyProofs;
  readonly optionalSession: RequireSession;
}

export function registrationRoutes(deps: RegistrationRoutesDeps) {
  const { accounts, clock, cookies, deliver, signInDelivery, limit, keyProofs, optionalSession } = deps;

  const registerRoute = createRoute({
    method: "post",
    path: "/auth/register",
    operationId: "register",
    summary: "Register an address",
    description:
      "Nothing exists until the address is proven: a letter with a link and a code goes out. The answer is the same for a known and an " +
      "unknown address. With a guest's token, the guest becomes the account. The browser that registers gets a cookie that proves it at " +
      "verification; with `delivery: body` the answer has a `registrationProof` instead.",
    tags: ["sign-up"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("register"), optionalSession],
    request: jsonBody(registrationSchema, {
      "In a browser": { ...exampleCredentials, name: "Alice" },
      "In an app or a script, with letters in German": {
        ...exampleCredentials,
        name: "Alice",
        language: "de",
        delivery: "body",
      },
    }),
    responses: {
      202: jsonAnswer("A letter is on its way", verificationRequiredSchema, {
        status: "verification-required",
        registrationProof: exampleProof,
      }),
      201: jsonAnswer("Signed in at once (only with EMAIL_VERIFICATION=off)", sessionSchema, exampleSession),
      ...problems("sign-up-closed", "invitation-needed", "invitation-invalid", "email-taken", "server-busy"),
    },
  });

  const verifyRoute = createRoute({
    method: "post",
    path: "/auth/verify-email",
    operationId: "verifyEmail",
    summary: "Prove an address and sign in",
    description:
      "With the letter's `token`, or its `code` in the browser that registered. The browser that registered needs nothing else; " +
      "anywhere else the `password` of the registration or a `newPassword` is needed. A wrong or weak password leaves the token good.",
    tags: ["sign-up"],
    security: [{}, { dpopProof: [] }, { accessToken: [] }],
    middleware: [limit("verify"), optionalSession],
    request: jsonBody(verificationSchema, {
      "In the browser that registered": { token: exampleLetterToken },
      "In an app that registered, with the code": {
        code: "40718326",
        registrationProof: exampleProof,
        delivery: "body",
      },
      "On another device, with the password": {
        token: exampleLetterToken,
        password: exampleCredentials.password,
      },
      "On another device, with a new password": {
        token: exampleLetterToken,
        newPassword: "copper meadow whistle four",
      },
    }),
    responses: {
      200: jsonAnswer("The address is proven", z.union([verifiedSchema, secondFactorRequiredSchema]), {
        status: "verified",
        session: exampleSession,
      }),
      ...problems(
        "token-invalid",
        "password-needed",
        "invalid-credentials",
        "sign-up-closed",
        "invitation-needed",
        "invitation-invalid",
        "server-busy",
      ),
    },
  });

  const resendRoute = createRoute({
    method: "post",
    path: "/auth/verify-email/resend",
    operationId: "resendVerification",
    summary: "Ask for another letter",
    description:
      "The answer is the same whether or not a letter goes out. An address that has an account gets none.",
    tags: ["sign-up"],
    security: [],
    middleware: [limit("letter")],
    request: jsonBody(
      z.strictObject({ email: emailSchema, registrationProof: registrationProofSchema.optional() }),
      { "For an address": { email: exampleCredentials.email } },
    ),
    responses: {
      202: jsonAnswer(
        "If the address waits for a letter, it gets one",
        z.object({ status: z.literal("accepted") }),
        { status: "accepted" },
      ),
    },
  });

  return createHttpApp()
    .openapi(registerRoute, async (c) => {
      const { delivery, language = "en", ...typed } = c.req.valid("json");
      const request = { ...typed, language, guestId: findGuestId(c) };
      if (accounts.emailVerification === "off") {
        const keyThumbprint = await keyProofs.bind(c, delivery);
        const grant = await accounts.registerAtOnce(request, {
          delivery,
          keyThumbprint,
          device: signInDevice(c, cookies),
        });
        cookies.clear(c, "guest");
        return c.json(await deliver(c, grant), 201);
      }
      const { proof, expiresAt } = await accounts.register(request);
      if (delivery === "body")
        return c.json({ status: "verification-required" as const, registrationProof: proof }, 202);
      cookies.set(c, "registration", proof, { expiresAt, now: clock.now() });
      return c.json({ status: "verification-required" as const }, 202);
    })
    .openapi(verifyRoute, async (c) => {
      const { registrationProof, delivery, trustedDevice, ...typed } = c.req.valid("json");
      const outcome = await accounts.verifyEmail({
        ...typed,
        proof: registrationProof ?? cookies.read(c, "registration"),
        signIn: await signInDelivery.read(c, { delivery, trustedDevice }),
      });
      cookies.clear(c, "registration");
      const answer = await signInDelivery.answer(c, outcome);
      return c.json("status" in answer ? answer : { status: "verified" as const, session: answer }, 200);
    })
    .openapi(resendRoute, async (c) => {
      const { email, registrationProof } = c.req.valid("json");
      await accounts.resendVerification(email, registrationProof ?? cookies.read(c, "registration"));
      return c.json({ status: "accepted" as const }, 202);
    });
}
