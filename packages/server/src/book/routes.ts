import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { jsonAnswer } from "../http/schemas.ts";
import type { Book } from "./book.ts";
import { searchQuerySchema, searchResultsSchema } from "./schemas.ts";

export function bookRoutes(deps: { book: Pick<Book, "search">; limit: LimitRequests }) {
  const { book, limit } = deps;

  const searchRoute = createRoute({
    method: "get",
    path: "/book/search",
    operationId: "searchBook",
    summary: "Search the book",
    description:
      "The same search that finds the passages for an answer. A question in a reader's words works as well as a few words do.",
    tags: ["book"],
    security: [],
    middleware: [limit("search")] as const,
    request: { query: searchQuerySchema },
    responses: {
      200: jsonAnswer("The passages that fit best, best first", searchResultsSchema, {
        items: [
          {
            title: "How sessions work › Cookies",
            url: "/how-sessions-work#cookies",
            excerpt: "The refresh token of an account is in a cookie that no script can read.",
            score: 1,
          },
        ],
        nextCursor: null,
      }),
    },
  });

  return createHttpApp().openapi(searchRoute, async (c) => {
    const { q, ...options } = c.req.valid("query");
    const found = await book.search(q, options);
    const items = found.map(({ title, url, excerpt, score }) => ({ title, url, excerpt, score }));
    return c.json({ items, nextCursor: null }, 200);
  });
}
