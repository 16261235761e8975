import { z } from "@hono/zod-openapi";
import { timestamp, uuid } from "../http/schemas.ts";
import { securityEventKinds } from "./audit.ts";

/** What was changed, where something was. */
export const changed = z
  .unknown()
  .openapi({ description: "What it was, or is; `null` where nothing was changed." });

export const activityItemSchema = z
  .object({
    id: uuid,
    at: timestamp,
    kind: z.enum(securityEventKinds),
    actor: z.enum(["self", "staff", "operator", "system", "visitor"]).openapi({
      description:
        "Who did it: the account itself; a moderator or an administrator; whoever runs the server, in the terminal; the server; " +
        "somebody who was not signed in.",
    }),
    ip: z.string().nullable().openapi({ description: "`null` also where staff acted." }),
    userAgent: z.string().nullable().openapi({ description: "As the device sent it, made printable." }),
    reason: z.string().nullable().openapi({ description: "In the words of whoever acted." }),
    before: changed,
    after: changed,
    detail: z
      .record(z.string(), z.unknown())
      .openapi({ description: "Facts of this kind of event; may be empty." }),
  })
  .openapi("ActivityItem");

export type ActivityItem = z.infer<typeof activityItemSchema>;

export const activityPageSchema = z
  .object({ items: z.array(activityItemSchema), nextCursor: z.string().nullable() })
  .openapi("ActivityPage");

export const exampleActivityItem: ActivityItem = {
  id: "01937b1c-a1c2-7e6f-9d55-4f3a2b1c0d9e",
  at: "2026-11-21T09:30:00.000Z",
  kind: "signed-in",
  actor: "self",
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  reason: null,
  before: null,
  after: null,
  detail: { method: "password", newDevice: true },
};
