import { z } from "@hono/zod-openapi";
import { plainText, timestamp, uuid } from "../http/schemas.ts";

/** Spaces that people and apps put in between count for nothing. */
const digits = (length: number) =>
  z
    .string()
    .max(length * 2)
    .transform((text) => text.replace(/\s/g, ""))
    .refine((text) => new RegExp(`^[0-9]{${length}}$`).test(text), "value-invalid");

export const totpCodeSchema = digits(6).openapi({ type: "string", example: "287082" });
export const mailedCodeSchema = digits(8).openapi({ type: "string", example: "40718326" });
export const recoveryCodeSchema = plainText({ min: 1, max: 40 }).openapi({ example: "7k3mz-p9qtx" });

/** Of the reader's app, or a recovery code: they look different. */
export const anyCodeSchema = plainText({ min: 1, max: 40 })
  .transform((text) => text.replace(/\s/g, ""))
  .openapi({ type: "string", description: "Of the reader's app, or a recovery code.", example: "287082" });

export const recoveryCodesSchema = z
  .object({
    recoveryCodes: z
      .array(z.string())
      .openapi({ description: "Ten, each good once. Nobody can read them again." }),
  })
  .openapi("RecoveryCodes");

export const totpSetUpSchema = z
  .object({
    secret: z.string().openapi({ description: "Base32, for typing." }),
    otpauthUri: z.string().openapi({ description: "For a QR code, or a link on the phone itself." }),
  })
  .openapi("TotpSetUp");

export const trustedDevicePageItemSchema = z
  .object({
    id: uuid,
    current: z.boolean().openapi({ description: "Whether it is the browser that asks." }),
    createdAt: timestamp.openapi({ description: "When a code was last shown there." }),
    lastUsedAt: timestamp,
    expiresAt: timestamp,
    ip: z.string().nullable(),
    userAgent: z.string().nullable().openapi({ description: "As the device sent it, made printable." }),
    device: z.string().nullable().openapi({
      description: "Browser and system in the reader's language; `null` where they are not recognised.",
    }),
  })
  .openapi("TrustedDevice");

export type TrustedDevice = z.infer<typeof trustedDevicePageItemSchema>;

export const trustedDevicePageSchema = z
  .object({ items: z.array(trustedDevicePageItemSchema), nextCursor: z.string().nullable() })
  .openapi("TrustedDevicePage");
