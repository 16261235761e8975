import { z } from "@hono/zod-openapi";
import { limitParameter, pageQuerySchema, plainText, timestamp, uuid } from "../http/schemas.ts";
import { deliveries } from "./tables.ts";

const states = ["queued", "sent", "failed", "suppressed"] as const;

const outboxLetterSchema = z
  .object({
    id: uuid,
    to: z.string(),
    kind: z.string().openapi({ description: "What it is for; not what it says." }),
    state: z
      .enum(states)
      .openapi({ description: "`failed`: given up; `suppressed`: its recipient is not to get it." }),
    attempts: z.int(),
    reason: z
      .string()
      .nullable()
      .openapi({ description: "Codes of the mail server, or why it was not sent at all." }),
    writtenAt: timestamp,
    nextAttemptAt: timestamp.nullable(),
    sentAt: timestamp.nullable(),
    sentBy: z.string().nullable().openapi({ description: "Which transport took it." }),
    delivery: z
      .enum(deliveries)
      .nullable()
      .openapi({ description: "What the mail provider says became of it; `null` where it says nothing." }),
  })
  .openapi("OutboxLetter");

export type OutboxLetter = z.infer<typeof outboxLetterSchema>;

export const outboxPageSchema = z
  .object({ items: z.array(outboxLetterSchema), nextCursor: z.string().nullable() })
  .openapi("OutboxPage");

export const outboxQuerySchema = pageQuerySchema.extend({
  limit: limitParameter(50),
  status: z
    .enum([...states, ...deliveries])
    .optional()
    .openapi({
      description: "A state of the letter, or what became of it at the other end.",
      example: "bounced",
    }),
  query: plainText({ max: 320 })
    .transform((text) => text.trim())
    .optional()
    .openapi({
      type: "string",
      maxLength: 320,
      description: "To this whole address.",
      example: "alice@example.org",
    }),
});

export type OutboxQuery = z.output<typeof outboxQuerySchema>;

export const exampleOutboxLetter: OutboxLetter = {
  id: "01937b1c-b3d4-7f80-8a66-5e4f3a2b1c0d",
  to: "alice@example.org",
  kind: "reset-password",
  state: "sent",
  attempts: 1,
  reason: null,
  writtenAt: "2026-11-21T09:30:00.000Z",
  nextAttemptAt: null,
  sentAt: "2026-11-21T09:30:01.000Z",
  sentBy: "smtp",
  delivery: "delivered",
};
