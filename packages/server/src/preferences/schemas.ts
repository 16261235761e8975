import { z } from "@hono/zod-openapi";

const theme = z.enum(["system", "light", "dark"]);
/** BCP 47, as far as browsers use it: `en`, `pt-BR`, `zh-Hant-TW`. */
export const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, "value-invalid")
  .openapi({ description: "A BCP 47 tag.", example: "en" });

export const preferencesSchema = z
  .object({
    theme,
    language: languageTag,
    notifications: z.object({
      /** Letters about the account's own safety cannot be switched off. */
      security: z.literal(true),
      product: z.boolean(),
      replies: z.boolean(),
    }),
  })
  .openapi("Preferences");

export type Preferences = z.infer<typeof preferencesSchema>;

export const preferencesPatchSchema = z
  .strictObject({
    theme: theme.optional(),
    language: languageTag.optional(),
    notifications: z
      .strictObject({
        security: z.literal(true).optional(),
        product: z.boolean().optional(),
        replies: z.boolean().optional(),
      })
      .optional(),
  })
  .openapi("PreferencesPatch");

export type PreferencesPatch = z.infer<typeof preferencesPatchSchema>;
