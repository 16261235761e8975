import { z } from "@hono/zod-openapi";
import { timestamp, uuid } from "../http/schemas.ts";

export const deviceSessionSchema = z
  .object({
    id: uuid,
    current: z.boolean().openapi({ description: "Whether it is the session that asks." }),
    createdAt: timestamp,
    lastSeenAt: timestamp.openapi({ description: "To the minute." }),
    expiresAt: timestamp.openapi({ description: "When it ends if it is not used until then." }),
    ip: z.string().nullable().openapi({ description: "The network address of the sign-in." }),
    userAgent: z.string().nullable().openapi({ description: "As the device sent it, made printable." }),
    device: z.string().nullable().openapi({
      description: "Browser and system in the reader's language; `null` where they are not recognised.",
    }),
    place: z.string().nullable().openapi({
      description:
        "City and country in the reader's language; `null` unless the server has a database of places.",
    }),
  })
  .openapi("DeviceSession");

export type DeviceSession = z.infer<typeof deviceSessionSchema>;

export const deviceSessionPageSchema = z
  .object({ items: z.array(deviceSessionSchema), nextCursor: z.string().nullable() })
  .openapi("DeviceSessionPage");

export const exampleDeviceSession: DeviceSession = {
  id: "01937b1c-a0b1-7d5e-8c44-3e2f1a0b9c8d",
  current: true,
  createdAt: "2026-11-21T09:30:00.000Z",
  lastSeenAt: "2026-11-21T09:41:00.000Z",
  expiresAt: "2026-11-28T09:30:00.000Z",
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  device: "Firefox on Linux",
  place: "Lahore, Pakistan",
};
