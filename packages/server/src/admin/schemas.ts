import { z } from "@hono/zod-openapi";
import { limitParameter, pageQuerySchema, plainText, timestamp, uuid } from "../http/schemas.ts";

export const userStatuses = ["active", "banned", "unverified"] as const;

export type UserStatus = (typeof userStatuses)[number];

export const adminUserSchema = z
  .object({
    id: uuid,
    email: z.string().nullable().openapi({
      description: "`null` for a guest. Masked for whoever may not read addresses, as `a•••@e•••.org`.",
    }),
    name: z.string().nullable(),
    role: z.string().openapi({ description: "`guest`, `user`, `moderator`, `admin` or one of `ROLES`." }),
    status: z.enum(userStatuses).openapi({
      description: "`banned` comes before `unverified`. A ban whose end has passed is none.",
    }),
    guest: z.boolean(),
    emailVerified: z.boolean(),
    twoFactor: z.boolean(),
    ban: z
      .object({
        reason: z.string().nullable(),
        until: timestamp.nullable().openapi({ description: "`null`: without an end." }),
      })
      .nullable(),
    createdAt: timestamp,
    lastSeenAt: timestamp.nullable().openapi({
      description: "To the minute while a session lives, to the day afterwards; `null`: never seen.",
    }),
  })
  .openapi("AdminUser");

/** Somebody as staff see them. */
export type AdminUser = z.infer<typeof adminUserSchema>;

export const exampleAdminUser: AdminUser = {
  id: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
  email: "alice@example.org",
  name: "Alice",
  role: "user",
  status: "active",
  guest: false,
  emailVerified: true,
  twoFactor: false,
  ban: null,
  createdAt: "2026-11-21T09:30:00.000Z",
  lastSeenAt: "2026-11-21T09:41:00.000Z",
};

export const adminUserPageSchema = z
  .object({ items: z.array(adminUserSchema), nextCursor: z.string().nullable() })
  .openapi("AdminUserPage");

export const userQuerySchema = pageQuerySchema.extend({
  limit: limitParameter(50),
  // The place of somebody among names and addresses.
  cursor: z.string().max(1000).optional().openapi({ description: "`nextCursor` of the page before." }),
  query: plainText({ max: 200 })
    .transform((text) => text.trim())
    .optional()
    .openapi({
      type: "string",
      maxLength: 200,
      description:
        "The beginning of a name, a surname, an address or a domain, several words, a whole address or an id.",
      example: "alice",
    }),
  role: z
    .string()
    .max(40)
    .optional()
    .openapi({ description: "Only these; `guest` lists guests instead of accounts.", example: "moderator" }),
  status: z.enum(userStatuses).optional().openapi({ description: "Only these.", example: "banned" }),
});

export type UserQuery = z.output<typeof userQuerySchema>;
