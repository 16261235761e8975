import { z } from "@hono/zod-openapi";
import { accountSchema } from "../accounts/schemas.ts";
import { timestamp, uuid } from "../http/schemas.ts";
import { roleSchema } from "../roles/schemas.ts";

const conversationCount = z.object({ conversations: z.int() });

export const sessionSchema = z
  .object({
    accessToken: z
      .string()
      .openapi({ description: "A JWT (ES256) that any service verifies with the published keys." }),
    tokenType: z.enum(["Bearer", "DPoP"]),
    expiresIn: z.int().openapi({ description: "Seconds that the access token lives." }),
    expiresAt: timestamp,
    refreshToken: z.string().optional().openapi({ description: "Only with `delivery: body`." }),
    refreshExpiresAt: timestamp,
    account: accountSchema,
    secondFactorSetUpRequired: z.literal(true).optional().openapi({
      description:
        "The account's role needs a second factor, and there is none yet: until it is set up, access tokens say `user`.",
    }),
    merged: conversationCount.optional().openapi({ description: "What came along from a guest." }),
    claimable: conversationCount.optional().openapi({
      description:
        "A guest of this browser whose things wait for a yes; with 0 there are bookmarks and no conversation.",
    }),
  })
  .openapi("Session");

export type SessionAnswer = z.infer<typeof sessionSchema>;

export const sessionFactsSchema = z
  .object({
    sub: uuid.openapi({ description: "The reader's id." }),
    sid: uuid.openapi({ description: "The session's id." }),
    role: roleSchema,
    guest: z.boolean(),
    emailVerified: z.boolean(),
    authTime: timestamp.openapi({ description: "When the reader last proved who they are." }),
    expiresAt: timestamp,
  })
  .openapi("SessionFacts");

export type SessionFacts = z.infer<typeof sessionFactsSchema>;
