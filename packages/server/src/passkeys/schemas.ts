import { z } from "@hono/zod-openapi";
import { maxNameCharacters } from "../accounts/schemas.ts";
import { plainText, timestamp, uuid } from "../http/schemas.ts";

export const passkeySchema = z
  .object({
    id: uuid,
    name: z.string().nullable().openapi({
      description: "What the reader calls it; at first its provider's name. `null` where neither is known.",
    }),
    provider: z.string().nullable().openapi({
      description: "Who keeps it, such as a password manager; `null` where that is not known.",
    }),
    synced: z.boolean().openapi({ description: "Whether it is on more than one of the reader's devices." }),
    createdAt: timestamp,
    lastUsedAt: timestamp.nullable(),
  })
  .openapi("Passkey");

export type Passkey = z.infer<typeof passkeySchema>;

export const passkeyPageSchema = z
  .object({ items: z.array(passkeySchema), nextCursor: z.string().nullable() })
  .openapi("PasskeyPage");

const base64url = z.string().regex(/^[\w-]+$/, "value-invalid");

export const requestIdSchema = base64url
  .max(200)
  .openapi({ description: "What came with the options. Good for ten minutes, once." });

export const passkeyNameSchema = plainText({ min: 1, max: maxNameCharacters })
  .refine((text) => text.trim() !== "", "name-required")
  .transform((text) => text.trim())
  .openapi({ type: "string", example: "Work laptop" });

/** A credential as `PublicKeyCredential.toJSON()` gives it; browsers add to it what they like. */
const credentialOf = <Response extends z.ZodRawShape>(response: Response) =>
  z.looseObject({
    id: base64url.max(1400),
    type: z.literal("public-key"),
    response: z.looseObject(response),
  });

export const newCredentialSchema = credentialOf({
  clientDataJSON: base64url,
  attestationObject: base64url,
  transports: z
    .array(z.string().regex(/^[a-z-]{1,20}$/, "value-invalid"))
    .max(10)
    .optional(),
}).openapi("NewPasskeyCredential", {
  description: "What `navigator.credentials.create` answered, by its `toJSON()`.",
});

export const credentialSchema = credentialOf({
  clientDataJSON: base64url,
  authenticatorData: base64url,
  signature: base64url,
}).openapi("PasskeyCredential", {
  description: "What `navigator.credentials.get` answered, by its `toJSON()`.",
});

export type NewCredential = z.output<typeof newCredentialSchema>;
export type Credential = z.output<typeof credentialSchema>;

const descriptorSchema = z.object({
  type: z.literal("public-key"),
  id: z.string(),
  transports: z.array(z.string()).optional(),
});

export const creationOptionsSchema = z
  .object({
    requestId: requestIdSchema,
    options: z
      .object({
        challenge: z.string(),
        rp: z.object({ id: z.string(), name: z.string() }),
        user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
        pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
        timeout: z.int(),
        excludeCredentials: z.array(descriptorSchema),
        authenticatorSelection: z.object({
          residentKey: z.literal("required"),
          requireResidentKey: z.literal(true),
          userVerification: z.literal("required"),
        }),
        attestation: z.literal("none"),
      })
      .openapi({ description: "For `PublicKeyCredential.parseCreationOptionsFromJSON`." }),
  })
  .openapi("PasskeyCreationOptions");

export type CreationOptions = z.infer<typeof creationOptionsSchema>;

export const requestOptionsSchema = z
  .object({
    requestId: requestIdSchema,
    options: z
      .object({
        challenge: z.string(),
        rpId: z.string(),
        timeout: z.int(),
        allowCredentials: z.array(descriptorSchema).optional(),
        userVerification: z.literal("required"),
      })
      .openapi({ description: "For `PublicKeyCredential.parseRequestOptionsFromJSON`." }),
  })
  .openapi("PasskeyRequestOptions");

export type RequestOptions = z.infer<typeof requestOptionsSchema>;
