import { z } from "@hono/zod-openapi";
import { limitParameter, pageQuerySchema, plainText, timestamp, uuid } from "../http/schemas.ts";

const comment = plainText({ max: 2000 })
  .transform((text) => text.trim())
  .openapi({ type: "string", maxLength: 2000 })
  .optional();

export const feedbackSchema = z.strictObject({ rating: z.enum(["up", "down"]), comment }).openapi("Feedback");

export type Feedback = z.output<typeof feedbackSchema>;

const reportReasons = ["wrong", "harmful", "offensive", "privacy", "other"] as const;
const reportStatuses = ["open", "resolved", "dismissed"] as const;
const actions = ["none", "hide", "show"] as const;

export const newReportSchema = z
  .strictObject({ reason: z.enum(reportReasons), comment })
  .openapi("NewReport");

export type NewReport = z.output<typeof newReportSchema>;

export const reportIdSchema = z.object({ id: uuid }).openapi("ReportId");

const reportedMessageSchema = z.object({
  id: uuid,
  role: z.enum(["user", "assistant"]),
  content: z.string(),
  createdAt: timestamp,
});

export const reportSchema = z
  .object({
    id: uuid,
    status: z.enum(reportStatuses),
    reason: z.enum(reportReasons),
    comment: z.string().nullable().openapi({ description: "What the reader wrote with it." }),
    messages: z.array(reportedMessageSchema).openapi({
      description: "The reported answer with at most two messages on either side, as they were then.",
    }),
    reportedMessageId: uuid,
    messageStatus: z
      .enum(["shown", "hidden", "deleted"])
      .openapi({ description: "What has become of it; `deleted` with its conversation." }),
    action: z.enum(actions).openapi({ description: "What was done last." }),
    note: z.string().nullable().openapi({ description: "Among moderators." }),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .openapi("Report");

export type Report = z.infer<typeof reportSchema>;

export const reportPageSchema = z
  .object({ items: z.array(reportSchema), nextCursor: z.string().nullable() })
  .openapi("ReportPage");

export const reportQuerySchema = pageQuerySchema.extend({
  limit: limitParameter(20),
  status: z
    .enum(reportStatuses)
    .optional()
    .openapi({ description: "Only these; without it all of them.", example: "open" }),
});

export const reportPatchSchema = z
  .strictObject({
    status: z.enum(reportStatuses),
    action: z
      .enum(actions)
      .default("none")
      .openapi({ description: "`hide` takes the answer's words from its reader, `show` gives them back." }),
    note: plainText({ max: 2000 }).openapi({ type: "string", maxLength: 2000 }).optional(),
  })
  .openapi("ReportPatch");

export type ReportPatch = z.output<typeof reportPatchSchema>;

export const exampleReport: Report = {
  id: "01937b1d-7e01-7a55-9c1d-3b2a190f8e7d",
  status: "open",
  reason: "wrong",
  comment: "The book says thirty seconds.",
  messages: [
    {
      id: "01937b1d-5a77-7c02-8f3d-1e9a0b6c7d24",
      role: "user",
      content: "How long is a replaced token forgiven?",
      createdAt: "2026-11-21T09:31:10.000Z",
    },
    {
      id: "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
      role: "assistant",
      content: "Three minutes.",
      createdAt: "2026-11-21T09:31:10.000Z",
    },
  ],
  reportedMessageId: "01937b1d-5a78-7211-b4c6-92d0e5f7a813",
  messageStatus: "shown",
  action: "none",
  note: null,
  createdAt: "2026-11-21T09:32:00.000Z",
  updatedAt: "2026-11-21T09:32:00.000Z",
};
