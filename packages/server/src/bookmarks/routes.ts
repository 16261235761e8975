import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, pageQuerySchema, problems } from "../http/schemas.ts";
import { bookmarkPageSchema, bookmarkSchema, exampleBookmark, newBookmarkSchema } from "./schemas.ts";
import type { Bookmarks } from "./service.ts";

export function bookmarkRoutes(deps: {
  bookmarks: Bookmarks;
  requireSession: RequireSession;
  limit: LimitRequests;
}) {
  const { bookmarks, requireSession, limit } = deps;
  const own = { tags: ["account"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const listRoute = createRoute({
    ...own,
    method: "get",
    path: "/me/bookmarks",
    operationId: "listBookmarks",
    summary: "The reader's bookmarks, newest first",
    description: "A guest's too. `nextCursor` of the answer is the `cursor` of the next request.",
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of bookmarks", bookmarkPageSchema, {
        items: [exampleBookmark],
        nextCursor: null,
      }),
    },
  });

  const addRoute = createRoute({
    ...own,
    method: "post",
    path: "/me/bookmarks",
    operationId: "addBookmark",
    summary: "Keep a place of the book",
    description:
      "Accounts and guests. A place that is kept already is answered with the same bookmark, and takes the new `note`, if there is one.",
    middleware: [requireSession, limit("bookmark")],
    request: jsonBody(newBookmarkSchema, {
      "A page": { page: "/how-sessions-work" },
      "A heading, with a note": { page: "/how-sessions-work", anchor: "refresh", note: "Read again." },
    }),
    responses: {
      201: jsonAnswer("The bookmark", bookmarkSchema, exampleBookmark),
      ...problems("too-many-bookmarks"),
    },
  });

  const removeRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/bookmarks/{id}",
    operationId: "removeBookmark",
    summary: "Remove a bookmark",
    description: "With its note, for good.",
    request: { params: idParameter },
    responses: { 204: { description: "It is gone" } },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) =>
      c.json(await bookmarks.list(getPrincipal(c).userId, c.req.valid("query")), 200),
    )
    .openapi(addRoute, async (c) =>
      c.json(await bookmarks.add(getPrincipal(c).userId, c.req.valid("json")), 201),
    )
    .openapi(removeRoute, async (c) => {
      await bookmarks.remove(getPrincipal(c).userId, c.req.valid("param").id);
      return c.body(null, 204);
    });
}
