import { z } from "@hono/zod-openapi";
import { limitParameter } from "../http/schemas.ts";

/** Any text is a question; it is only too long at some point. */
export const searchQuerySchema = z.object({
  q: z
    .string()
    .max(8000)
    .openapi({ description: "A question, or words.", example: "Which cookies are set?" }),
  limit: limitParameter(3),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/, "value-invalid")
    .max(35)
    .optional()
    .openapi({
      description:
        "Which of the book's languages is searched, if it has several. Without it the default one.",
      example: "en",
    }),
  page: z.string().max(2000).optional().openapi({
    description:
      "Path of the page that the reader is on: its language and version are searched, and it comes a little earlier.",
    example: "/how-sessions-work",
  }),
});

export const searchResultsSchema = z
  .object({
    items: z.array(
      z.object({
        title: z.string(),
        url: z.string().openapi({ description: "Path on the book's origin, with the heading's anchor." }),
        excerpt: z.string().openapi({ description: "Plain text around what was found." }),
        score: z.number().min(0).max(1).openapi({ description: "The higher, the better it fits." }),
      }),
    ),
    /** The best passages are all that there is; a search has no further pages. */
    nextCursor: z.null(),
  })
  .openapi("SearchResults");
