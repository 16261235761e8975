import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import type { Book } from "./book.ts";
import { searchQuerySchema, searchResultsSchema } from "./schemas.ts";

export function bookRoutes(deps: { book: Pick<Book, "search"> }) {
  const { book } = deps;

  const searchRoute = createRoute({
    method: "get",
    path: "/book/search",
    summary: "Search the book",
    tags: ["book"],
    request: { query: searchQuerySchema },
    responses: {
      200: jsonAnswer("The passages that fit best, best first", searchResultsSchema),
      ...problems("validation-failed"),
    },
  });

  return createHttpApp().openapi(searchRoute, async (c) => {
    const { q, limit } = c.req.valid("query");
    const found = await book.search(q, { limit });
    const items = found.map(({ title, url, excerpt, score }) => ({ title, url, excerpt, score }));
    return c.json({ items, nextCursor: null }, 200);
  });
}
