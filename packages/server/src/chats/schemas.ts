import { z } from "@hono/zod-openapi";
import { plainText, timestamp, uuid } from "../http/schemas.ts";
import { languageTag } from "../preferences/schemas.ts";

const maxTitleLength = 120;

/** Text without white space around it; what is left must not be empty. */
function trimmedText(max: number) {
  return plainText({ max: max + 200 })
    .transform((text) => text.trim())
    .refine((text) => text.length >= 1 && text.length <= max, "value-invalid");
}

const title = trimmedText(maxTitleLength).openapi({
  type: "string",
  minLength: 1,
  maxLength: maxTitleLength,
});

/** Where the reader is: a path of the book, or its address. Never a place that a link could lead elsewhere from. */
const page = plainText({ min: 1, max: 2000 })
  .refine((text) => /^\/(?!\/)[^\s\\]*$/.test(text) || isWebAddress(text), "value-invalid")
  .openapi({ type: "string", maxLength: 2000, example: "/how-sessions-work#refresh" });

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(text) && URL.canParse(text);
}

export const newConversationSchema = z
  .strictObject({ title: title.optional(), page: page.optional() })
  .openapi("NewConversation");

export const conversationPatchSchema = z.strictObject({ title }).openapi("ConversationPatch");

export const conversationSchema = z
  .object({
    id: uuid,
    title: z.string().nullable(),
    page: z.string().nullable(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .openapi("Conversation");

export type Conversation = z.infer<typeof conversationSchema>;

export const questionSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[\w.:-]{1,64}$/, "value-invalid")
      .openapi({
        description:
          "The client's own name of the question, new for each. Sent again after a lost answer, with the same content, " +
          "it does not ask again.",
        example: "q-7f3a",
      })
      .optional(),
    content: trimmedText(8000).openapi({ type: "string", minLength: 1, maxLength: 8000 }),
    page: page.optional(),
    selection: plainText({ max: 2000 }).openapi({ type: "string", maxLength: 2000 }).optional(),
    /** Of the page that is read; without it the answer comes in the language of the reader's preferences. */
    language: languageTag.optional(),
  })
  .openapi("Question");

export type Question = z.infer<typeof questionSchema>;

export const messageSchema = z
  .object({
    id: uuid,
    role: z.enum(["user", "assistant"]),
    content: z.string(),
    sources: z.array(z.object({ title: z.string(), url: z.string(), quote: z.string() })),
    status: z
      .enum(["streaming", "complete", "failed", "hidden"])
      .openapi({ description: "`hidden`: a moderator has taken its words away." }),
    feedback: z
      .enum(["up", "down"])
      .nullable()
      .openapi({ description: "What the reader thought of an answer." }),
    reported: z.boolean().openapi({ description: "Whether the reader has reported it." }),
    createdAt: timestamp,
  })
  .openapi("Message");

export type Message = z.infer<typeof messageSchema>;

export const conversationPageSchema = z
  .object({ items: z.array(conversationSchema), nextCursor: z.string().nullable() })
  .openapi("ConversationPage");

export const searchedWords = plainText({ min: 1, max: 200 }).openapi({
  type: "string",
  maxLength: 200,
  description: "Words, of which eight count.",
  example: "refresh cookie",
});

export const conversationHitPageSchema = z
  .object({
    items: z.array(
      z
        .object({ conversation: conversationSchema, messageId: uuid.nullable(), excerpt: z.string() })
        .openapi("ConversationHit"),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi("ConversationHitPage");

export type ConversationHit = z.infer<typeof conversationHitPageSchema>["items"][number];

export const exportFormat = z
  .enum(["markdown", "json"])
  .default("markdown")
  .openapi({ description: "What kind of file.", example: "markdown" });

export type ExportFormat = z.infer<typeof exportFormat>;

export const exportedConversationSchema = z
  .object({ exportedAt: timestamp, conversation: conversationSchema, messages: z.array(messageSchema) })
  .openapi("ExportedConversation");

export const messagePageSchema = z
  .object({ items: z.array(messageSchema), nextCursor: z.string().nullable() })
  .openapi("MessagePage");
