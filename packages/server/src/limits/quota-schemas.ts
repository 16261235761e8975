import { z } from "@hono/zod-openapi";
import { timestamp } from "../http/schemas.ts";
import type { QuotaReport } from "./quota-desk.ts";
import { quotaNames } from "./quota-names.ts";

const quota = z
  .enum(quotaNames)
  .openapi({ description: "`messages` are questions, `tokens` what the language model counts." });
const used = z
  .int()
  .openapi({ description: "Today, with what answers that are being written may still cost." });
const resetAt = timestamp.openapi({ description: "When the day ends: midnight, in UTC." });

const limitOfAccounts = z
  .int()
  .nullable()
  .optional()
  .openapi({ description: "For a guest: what an account has; `null`: no limit. Left out for accounts." });

export const usagePageSchema = z
  .object({
    items: z.array(z.object({ quota, used, limit: z.int(), limitOfAccounts, resetAt })),
    nextCursor: z.null(),
  })
  .openapi("Usage");

export const exampleUsage: z.infer<typeof usagePageSchema> = {
  items: [
    { quota: "messages", used: 3, limit: 20, limitOfAccounts: 200, resetAt: "2026-11-22T00:00:00.000Z" },
  ],
  nextCursor: null,
};

const limit = z.int().min(0).max(999_999_999).nullable().optional();

export const quotaChangeSchema = z
  .strictObject({
    messages: limit.openapi({ description: "Questions a day; 0 allows none; `null` is what everybody has." }),
    tokens: limit.openapi({ description: "Tokens a day; 0 allows none; `null` is what everybody has." }),
  })
  .openapi("QuotaChange");

export const readerQuotasSchema = z
  .object({
    items: z.array(
      z.object({
        quota,
        used,
        limit: z.int().nullable().openapi({ description: "`null`: none." }),
        own: z.boolean().openapi({ description: "Whether it was set for this reader." }),
        resetAt,
      }),
    ),
    nextCursor: z.null(),
  })
  .openapi("ReaderQuotas");

export const exampleReaderQuotas: { items: QuotaReport[]; nextCursor: null } = {
  items: [
    { quota: "messages", used: 12, limit: 1000, own: true, resetAt: "2026-11-22T00:00:00.000Z" },
    { quota: "tokens", used: 0, limit: null, own: false, resetAt: "2026-11-22T00:00:00.000Z" },
  ],
  nextCursor: null,
};
