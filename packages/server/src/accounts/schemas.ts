import { z } from "@hono/zod-openapi";
import { plainText, timestamp, uuid } from "../http/schemas.ts";
import { preferencesSchema } from "../preferences/schemas.ts";
import { roleSchema } from "../roles/schemas.ts";
import { emailPattern, normalizeEmail } from "./email.ts";

export const maxNameCharacters = 80;
export const maxPasswordCharacters = 256;

export const accountSchema = z
  .object({
    id: uuid,
    email: z.string().nullable().openapi({ description: "`null` for a guest." }),
    emailVerified: z.boolean(),
    name: z.string().nullable(),
    image: z.string().nullable().openapi({ description: "An https address." }),
    role: roleSchema,
    guest: z.boolean(),
    twoFactor: z.boolean().openapi({ description: "Whether a second factor is asked for." }),
    createdAt: timestamp,
    preferences: preferencesSchema,
  })
  .openapi("Account");

export type Account = z.infer<typeof accountSchema>;

/** An address in its one normalised form; see {@link normalizeEmail}. */
export const emailSchema = z
  .string()
  .max(320, "email-invalid")
  .transform(normalizeEmail)
  .refine((email) => emailPattern.test(email) && email.length <= 254, "email-invalid")
  .openapi({ type: "string", format: "email", example: "alice@example.org" });

/** Letters about control characters and directions are removed, so that a name cannot rearrange a screen. */
const name = z
  .string()
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
      .trim(),
  )
  .refine((text) => [...text].length <= maxNameCharacters, "name-too-long");

export const nameSchema = name
  .refine((text) => text.length > 0, "name-required")
  .openapi({ type: "string", example: "Alice" });

/**
 * A password as it is typed: never trimmed, any Unicode, checked for length before anything is
 * computed. Half of a surrogate pair is no character and is refused.
 */
export const typedPasswordSchema = z
  .string()
  .min(1, "field-required")
  .max(maxPasswordCharacters * 4, "password-too-long")
  .refine((text) => text.isWellFormed(), "value-invalid")
  .openapi({ type: "string", format: "password", example: "lantern orchard velvet nine" });

export const accountPatchSchema = z
  .strictObject({
    name: nameSchema.optional(),
    image: z
      .url({ protocol: /^https$/, error: "value-invalid" })
      .max(2000)
      .refine((url) => !/\s/.test(url), "value-invalid")
      .nullable()
      .optional(),
  })
  .openapi("AccountPatch");

export const registrationProofSchema = plainText({ min: 1, max: 200 }).openapi({
  description: "What registering with `delivery: body` answered; browsers have it as a cookie.",
});

/** As it stood in a letter's link. Whether it is one, only the database knows. */
export const letterTokenSchema = plainText({ min: 1, max: 200 });

export const letterCodeSchema = z
  .string()
  .regex(/^\d{8}$/, "value-invalid")
  .openapi({ description: "The eight digits of a letter." });
