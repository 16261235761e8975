import { z } from "@hono/zod-openapi";
import { pageQuerySchema, timestamp, uuid } from "../http/schemas.ts";
import { changed, exampleActivityItem } from "./activity-schemas.ts";
import { securityEventKinds } from "./audit.ts";

const moment = (description: string) =>
  z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional()
    .openapi({ type: "string", format: "date-time", description, example: "2026-11-21T00:00:00.000Z" });

export const auditQuerySchema = pageQuerySchema.extend({
  actor: uuid.optional().openapi({ description: "What somebody did, to themselves and to others." }),
  subject: uuid.optional().openapi({ description: "What concerns somebody." }),
  kind: z.enum(securityEventKinds).optional().openapi({ description: "Events of this kind alone." }),
  from: moment("Not before this moment."),
  to: moment("Before this moment."),
});

export type AuditQuery = z.output<typeof auditQuerySchema>;

/** Of one's own acts. */
export const ownAuditQuerySchema = auditQuerySchema.omit({ actor: true });

const person = z.object({
  id: uuid,
  name: z.string().nullable().openapi({ description: "`null` when the account is gone." }),
});

export const auditEventSchema = z
  .object({
    id: uuid,
    at: timestamp,
    kind: z.enum(securityEventKinds),
    actor: z.object({
      kind: z.enum(["account", "operator", "system", "visitor"]).openapi({
        description:
          "Somebody with an account; whoever runs the server, in the terminal; the server; somebody who was not signed in.",
      }),
      id: uuid.nullable(),
      name: z.string().nullable(),
    }),
    subject: person
      .nullable()
      .openapi({ description: "Whom it concerns; `null`: nobody, or it was erased." }),
    sessionId: uuid.nullable(),
    ip: z.string().nullable().openapi({ description: "Where the act came from." }),
    userAgent: z.string().nullable().openapi({ description: "As the device sent it, made printable." }),
    reason: z.string().nullable(),
    before: changed,
    after: changed,
    detail: z.record(z.string(), z.unknown()),
    erased: z.boolean().openapi({ description: "What it said went with an account that was deleted." }),
    chained: z
      .boolean()
      .openapi({ description: "Whether it stands in the chain already; within two minutes it does." }),
  })
  .openapi("AuditEvent");

export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z
  .object({ items: z.array(auditEventSchema), nextCursor: z.string().nullable() })
  .openapi("AuditPage");

const { reason: _, actor: __, ...shown } = exampleActivityItem;

export const exampleAuditEvent: AuditEvent = {
  ...shown,
  kind: "role-changed",
  actor: { kind: "account", id: "01937b1c-7a11-7d02-9c3e-5b8a9d0e1f22", name: "Carol" },
  subject: { id: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55", name: "Dave" },
  sessionId: "01937b1c-b0c3-7f1a-8e2d-6a7b8c9d0e1f",
  reason: "Helps with the reports.",
  before: { role: "user" },
  after: { role: "moderator" },
  detail: {},
  erased: false,
  chained: true,
};
