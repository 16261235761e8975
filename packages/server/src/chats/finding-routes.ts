import { createRoute, z } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, pageQuerySchema } from "../http/schemas.ts";
import * as examples from "./examples.ts";
import * as schemas from "./schemas.ts";
import type { Chats } from "./service.ts";

/** Finding what was said again, and taking it along. */
export function findingRoutes(deps: {
  chats: Pick<Chats, "search" | "exportOne">;
  limit: LimitRequests;
  requireSession: RequireSession;
}) {
  const { chats, limit, requireSession } = deps;
  const own = { tags: ["chats"], security: [{ accessToken: [] }] };

  const searchRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/search",
    operationId: "searchConversations",
    summary: "Search in the reader's own conversations",
    description:
      "Conversations that have all of the words in their title or in one of their messages, the last used first. Neither " +
      "case nor accents count, in any script, and a word is found within a longer one. `messageId` and `excerpt` lead to the " +
      "place; `messageId` is `null` where only the title has the words. A page looks at 2 000 conversations at the most, " +
      "so that it may be short, or empty, and still have a `nextCursor`.",
    middleware: [requireSession, limit("chat-search")],
    request: { query: pageQuerySchema.extend({ q: schemas.searchedWords }) },
    responses: {
      200: jsonAnswer("A page of what was found", schemas.conversationHitPageSchema, {
        items: [
          {
            conversation: examples.exampleConversation,
            messageId: examples.exampleMessages[1]?.id ?? null,
            excerpt: "The refresh token of an account is in a cookie that no script can read.",
          },
        ],
        nextCursor: null,
      }),
    },
  });

  const exportRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/{id}/export",
    operationId: "exportConversation",
    summary: "Take one conversation along as a file",
    description:
      "With everything that was said in it and links to its sources. A message that a moderator has hidden is a notice.",
    middleware: [requireSession, limit("chat-export")],
    request: {
      params: idParameter,
      query: z.object({ format: schemas.exportFormat }),
    },
    responses: {
      200: {
        description: "The file, named after the conversation",
        content: {
          "text/markdown": {
            schema: { type: "string" as const },
            example: "# Which cookies are set?\n\n## Question\n\nWhich cookies are set?\n",
          },
          "application/json": {
            schema: schemas.exportedConversationSchema,
            example: {
              exportedAt: "2026-11-21T09:40:00.000Z",
              conversation: examples.exampleConversation,
              messages: examples.exampleMessages,
            },
          },
        },
      },
    },
  });

  return createHttpApp()
    .openapi(searchRoute, async (c) =>
      c.json(await chats.search(getPrincipal(c).userId, c.req.valid("query")), 200),
    )
    .openapi(exportRoute, async (c) => {
      const { id } = c.req.valid("param");
      const file = await chats.exportOne(getPrincipal(c).userId, id, c.req.valid("query").format);
      return c.body(file.text, 200, {
        "content-type": file.contentType,
        "content-disposition": file.contentDisposition,
      });
    });
}
