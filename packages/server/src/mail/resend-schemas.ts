import { z } from "@hono/zod-openapi";

/** As far as it is read: Resend adds fields, and kinds of events that say nothing about a delivery. */
export const resendReportSchema = z
  .looseObject({
    type: z.string().openapi({ description: "`email.delivered`, `email.bounced`, `email.complained`, …" }),
    created_at: z.string(),
    data: z.looseObject({
      tags: z
        .union([z.record(z.string(), z.string()), z.array(z.object({ name: z.string(), value: z.string() }))])
        .optional()
        .openapi({ description: "The tags that the letter was sent with." }),
      bounce: z.looseObject({ type: z.string().optional() }).optional(),
    }),
  })
  .openapi("ResendReport");

export type ResendReport = z.infer<typeof resendReportSchema>;
