import { z } from "@hono/zod-openapi";
import { plainText, timestamp, uuid } from "../http/schemas.ts";

const maxNoteLength = 1000;

/** A path of the book and nothing else: no other site, no way up, no query, no anchor. */
const page = plainText({ min: 1, max: 500 })
  .refine((text) => /^\/(?!\/)[^\s\\?#]*$/.test(text) && !hasDotSegment(text), "value-invalid")
  .openapi({
    type: "string",
    maxLength: 500,
    description: "Path of a page of the book.",
    example: "/how-sessions-work",
  });

function hasDotSegment(path: string): boolean {
  return path.split("/").some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment));
}

const anchor = plainText({ min: 1, max: 200 })
  .refine((text) => /^[^\s#]+$/.test(text), "value-invalid")
  .openapi({
    type: "string",
    minLength: 1,
    maxLength: 200,
    description: "Id of a heading, without `#`; left out for the whole page.",
    example: "refresh",
  });

const note = plainText({ max: maxNoteLength })
  .transform((text) => text.trim() || null)
  .openapi({
    type: "string",
    maxLength: maxNoteLength,
    description: "White space around it is removed. Empty: the bookmark has no note any more.",
    example: "Read again before the release.",
  });

export const newBookmarkSchema = z
  .strictObject({ page, anchor: anchor.optional(), note: note.optional() })
  .openapi("NewBookmark");

export type NewBookmark = z.output<typeof newBookmarkSchema>;

export const bookmarkSchema = z
  .object({
    id: uuid,
    page: z.string(),
    anchor: z.string().nullable(),
    note: z.string().nullable(),
    createdAt: timestamp,
  })
  .openapi("Bookmark");

export type Bookmark = z.infer<typeof bookmarkSchema>;

export const bookmarkPageSchema = z
  .object({ items: z.array(bookmarkSchema), nextCursor: z.string().nullable() })
  .openapi("BookmarkPage");

export const exampleBookmark: Bookmark = {
  id: "01937b1e-2c4d-7a6b-9e8f-5d3c1b0a7e42",
  page: "/how-sessions-work",
  anchor: "refresh",
  note: "Read again before the release.",
  createdAt: "2026-11-21T09:30:00.000Z",
};
