import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  accountPatchSchema,
  emailSchema,
  maxNameCharacters,
  nameSchema,
  typedPasswordSchema,
} from "../../accounts/schemas.ts";
import { ValidationError } from "../../domain-error.ts";
import type { HttpEnv } from "../../http/app-type.ts";
import { parsedBody } from "../../http/read-json.ts";
import { plainText, uuid } from "../../http/schemas.ts";
import { describeIssue } from "../../http/validation.ts";

/** Where a letter or a provider would send the reader on to: letters of ours know their page. */
const ignored = { callbackURL: z.string().optional(), rememberMe: z.boolean().optional() };

/** What Better Auth's clients send, and nothing else. */
export const nativeBodies = {
  signUp: z.strictObject({ name: nameSchema, email: emailSchema, password: typedPasswordSchema, ...ignored }),
  signIn: z.strictObject({ email: emailSchema, password: typedPasswordSchema, ...ignored }),
  sendLetter: z.strictObject({ email: emailSchema, callbackURL: z.string().optional() }),
  updateUser: accountPatchSchema,
  revokeSession: z.strictObject({ token: z.string() }),
  passkeyId: z.strictObject({ id: uuid }),
  passkeyName: z.strictObject({ id: uuid, name: plainText({ min: 1, max: maxNameCharacters }) }),
  addPasskey: z.strictObject({
    response: z.record(z.string(), z.unknown()),
    name: plainText({ min: 1, max: maxNameCharacters }).optional(),
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
