import { z } from "@hono/zod-openapi";

/** Any text is a question; it is only too long at some point. */
export const searchQuerySchema = z.object({
  q: z.string().max(8000).openapi({ example: "How do I verify a token?" }),
  limit: z
    .string()
    .regex(/^[0-9]{1,3}$/, "value-invalid")
    .transform(Number)
    .pipe(z.int().min(1).max(100))
    .default(20)
    .openapi({ type: "integer", minimum: 1, maximum: 100, default: 20 }),
});

export const searchResultsSchema = z
  .object({
    items: z.array(
      z.object({
        title: z.string(),
        url: z.string().openapi({ description: "Path on the book's origin, with the heading's anchor." }),
        excerpt: z.string(),
        score: z.number().min(0).max(1),
      }),
    ),
    /** The best passages are all that there is; a search has no further pages. */
    nextCursor: z.null(),
  })
  .openapi("SearchResults");
