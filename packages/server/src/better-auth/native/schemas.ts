import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  accountPatchSchema,
  emailSchema,
  letterTokenSchema,
  nameSchema,
  typedPasswordSchema,
} from "../../accounts/schemas.ts";
import { ValidationError } from "../../domain-error.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { parsedBody } from "../../http/read-json.ts";
import { plainText, uuid } from "../../http/schemas.ts";
import { describeIssue } from "../../http/validation.ts";
import { invitationTokenSchema } from "../../invitations/schemas.ts";
import { credentialSchema, newCredentialSchema, passkeyNameSchema } from "../../passkeys/schemas.ts";
import { anyCodeSchema } from "../../second-factor/schemas.ts";

/** Where a letter or a provider would send the reader on to: letters of ours know their page. */
const ignored = { callbackURL: z.string().optional(), rememberMe: z.boolean().optional() };

/** What Better Auth's clients send, and nothing else. */
export const nativeBodies = {
  signUp: z.strictObject({
    name: nameSchema,
    email: emailSchema,
    password: typedPasswordSchema,
    invitation: invitationTokenSchema.optional(),
    ...ignored,
  }),
  social: z.strictObject({
    provider: z.string(),
    callbackURL: z.string().optional(),
    errorCallbackURL: z.string().optional(),
    disableRedirect: z.boolean().optional(),
    newUserCallbackURL: z.string().optional(),
    additionalData: z.strictObject({ invitation: invitationTokenSchema.optional() }).optional(),
  }),
  unlink: z.strictObject({ providerId: z.string(), accountId: z.string().optional() }),
  signIn: z.strictObject({ email: emailSchema, password: typedPasswordSchema, ...ignored }),
  magicLink: z.strictObject({
    email: emailSchema,
    name: z.string().optional(),
    callbackURL: z.string().optional(),
    newUserCallbackURL: z.string().optional(),
    errorCallbackURL: z.string().optional(),
    metadata: z.record(z.string(), z.unknown()).optional(),
  }),
  sendLetter: z.strictObject({ email: emailSchema, callbackURL: z.string().optional() }),
  requestPasswordReset: z.strictObject({ email: emailSchema, redirectTo: z.string().optional() }),
  resetPassword: z.strictObject({ token: letterTokenSchema, newPassword: typedPasswordSchema }),
  changePassword: z.strictObject({
    currentPassword: typedPasswordSchema.optional(),
    newPassword: typedPasswordSchema,
    // Every other session ends in any case.
    revokeOtherSessions: z.boolean().optional(),
  }),
  changeEmail: z.strictObject({ newEmail: emailSchema, callbackURL: z.string().optional() }),
  updateUser: accountPatchSchema,
  revokeSession: z.strictObject({ token: z.string() }),
  passkeyId: z.strictObject({ id: uuid }),
  passkeyName: z.strictObject({ id: uuid, name: passkeyNameSchema }),
  addPasskey: z.strictObject({ response: newCredentialSchema, name: passkeyNameSchema.optional() }),
  passkey: z.strictObject({ response: credentialSchema }),
  passwordPerhaps: z.strictObject({ password: typedPasswordSchema.optional() }),
  enableTwoFactor: z.strictObject({
    password: typedPasswordSchema.optional(),
    method: z.literal("totp").optional(),
    issuer: z.string().optional(),
  }),
  secondFactorCode: z.strictObject({
    code: anyCodeSchema,
    trustDevice: z.boolean().optional(),
    disableSession: z.boolean().optional(),
    challenge: plainText({ min: 1, max: 200 }).optional(),
  }),
  nothing: z.strictObject({}),
} as const;

/** @throws {ValidationError} */
export async function readBody<Body extends z.ZodType>(
  c: Context<HttpEnv>,
  schema: Body,
): Promise<z.output<Body>> {
  const parsed = schema.safeParse(await parsedBody(c));
  if (!parsed.success) throw new ValidationError(parsed.error.issues.flatMap(describeIssue));
  return parsed.data;
}
