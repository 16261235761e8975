import { z } from "zod";
import type { QuotaReport } from "../limits/quota-desk.ts";
import { quotaNames } from "../limits/quota-names.ts";

/** What `bookplate quota` asks of the server that has the database open; light, because every command loads it. */
export const quotaRequestSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("server") }),
  z.object({ act: z.literal("reader"), reader: z.string() }),
  z.object({
    act: z.literal("set"),
    reader: z.string(),
    messages: z.number().nullable().optional(),
    tokens: z.number().nullable().optional(),
  }),
]);
export type QuotaRequest = z.infer<typeof quotaRequestSchema>;

export const quotaReportsSchema = z
  .array(
    z.object({
      quota: z.enum(quotaNames),
      used: z.number(),
      limit: z.number().nullable(),
      own: z.boolean(),
      resetAt: z.string(),
    }),
  )
  .nullable();

export interface QuotaOperations {
  /** @returns `null` where there is no such reader */
  quotas(request: QuotaRequest): Promise<readonly QuotaReport[] | null>;
}
