import { z } from "@hono/zod-openapi";
import { emailSchema } from "../accounts/schemas.ts";
import { plainText, timestamp, uuid } from "../http/schemas.ts";
import { languageTag } from "../preferences/schemas.ts";

const maxRoleCharacters = 40;

/** As it stands in an invitation's link. Whether it is one, only the database knows. */
export const invitationTokenSchema = plainText({ min: 1, max: 200 }).openapi({
  description: "`invitation` of the fragment of an invitation's link.",
});

export const newInvitationSchema = z
  .strictObject({
    email: emailSchema.optional().openapi({
      description: "Then the invitation is for this address alone, and is mailed there.",
    }),
    role: plainText({ min: 1, max: maxRoleCharacters }).default("user").openapi({
      description: "What the account will be. Another role than `user` needs a step-up.",
      example: "user",
    }),
    expiresAt: z.iso
      .datetime()
      .transform((moment) => new Date(moment))
      .optional()
      .openapi({
        type: "string",
        format: "date-time",
        description: "In 90 days at the latest; in seven days, where it is left out.",
        example: "2026-11-28T09:30:00.000Z",
      }),
    language: languageTag
      .optional()
      .openapi({ description: "Of the letter; whoever invites reads this language, where it is left out." }),
  })
  .openapi("NewInvitation");

export const invitationLinkSchema = z
  .object({
    id: uuid,
    url: z.url().openapi({ description: "For whoever is invited. It is not to be read anywhere again." }),
  })
  .openapi("InvitationLink");

export const invitationSchema = z
  .object({
    id: uuid,
    email: z.string().nullable().openapi({
      description:
        "Whom it is for, `null` where for whoever has the link; the account's, once it is accepted.",
    }),
    role: z.string(),
    createdAt: timestamp,
    expiresAt: timestamp,
    acceptedAt: timestamp.nullable(),
    invitedBy: uuid.nullable().openapi({ description: "An account's id; `null`: the command line." }),
  })
  .openapi("Invitation");

export type Invitation = z.infer<typeof invitationSchema>;

export const invitationPageSchema = z
  .object({ items: z.array(invitationSchema), nextCursor: z.string().nullable() })
  .openapi("InvitationPage");

export const exampleInvitation: Invitation = {
  id: "01937b1e-0c44-7a19-8e02-7d5b3f9a1c60",
  email: "bob@example.org",
  role: "user",
  createdAt: "2026-11-21T09:30:00.000Z",
  expiresAt: "2026-11-28T09:30:00.000Z",
  acceptedAt: null,
  invitedBy: "01937b1c-9f5e-7c3a-8b7e-2f6d1c0a9e55",
};

export const exampleInvitationUrl =
  "https://book.example.org/register#invitation=q7Yf0Z1sBkT3vJm9xWcR5dLh2nPa8uEg6iQyoXzKtVw&email=bob%40example.org";
