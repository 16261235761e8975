import { z } from "@hono/zod-openapi";
import { uuid } from "../http/schemas.ts";
import { roleSchema } from "../roles/schemas.ts";

const seconds = z.int().openapi({ description: "Seconds since 1970.", example: 1795253400 });

/** RFC 7662, section 2.1. Parameters that are not known are passed over, as the RFC asks. */
export const introspectionRequestSchema = z
  .object({
    token: z
      .string()
      .min(1, "field-required")
      .openapi({ description: "The access token that was presented." }),
    token_type_hint: z
      .string()
      .optional()
      .openapi({ description: "Has no effect: access tokens are the only ones that are looked at." }),
  })
  .openapi("IntrospectionRequest");

/** RFC 7662, section 2.2; the names are the token's own. */
export const introspectionSchema = z
  .union([
    z.object({
      active: z.literal(true),
      token_type: z.enum(["Bearer", "DPoP"]),
      iss: z.url(),
      aud: z.string(),
      sub: uuid.openapi({ description: "The reader's id." }),
      sid: uuid.openapi({ description: "The session's id." }),
      role: roleSchema,
      guest: z.boolean(),
      email_verified: z.boolean(),
      auth_time: seconds,
      iat: seconds,
      exp: seconds,
      cnf: z
        .object({ jkt: z.string() })
        .optional()
        .openapi({ description: "The key whose proof your service has to ask for (RFC 9449, section 6.2)." }),
    }),
    z.object({ active: z.literal(false) }),
  ])
  .openapi("Introspection");

export type IntrospectionAnswer = z.infer<typeof introspectionSchema>;
