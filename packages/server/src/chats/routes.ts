import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, pageQuerySchema } from "../http/schemas.ts";
import * as examples from "./examples.ts";
import * as schemas from "./schemas.ts";
import type { Chats } from "./service.ts";

export function chatRoutes(deps: { chats: Chats; requireSession: RequireSession }) {
  const { chats, requireSession } = deps;
  const own = { tags: ["chats"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const createConversationRoute = createRoute({
    ...own,
    method: "post",
    path: "/conversations",
    operationId: "createConversation",
    summary: "Begin a conversation",
    description: "Empty at first. Without a `title` the first question gives it one.",
    request: jsonBody(schemas.newConversationSchema, {
      "From a page of the book": { page: examples.exampleConversation.page ?? "/" },
      "With a title": { title: "Cookies" },
    }),
    responses: {
      201: jsonAnswer("The new conversation", schemas.conversationSchema, {
        ...examples.exampleConversation,
        title: null,
      }),
    },
  });

  const listConversationsRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations",
    operationId: "listConversations",
    summary: "The reader's conversations, the last used first",
    description: "A page at a time: `nextCursor` of the answer is the `cursor` of the next request.",
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of conversations", schemas.conversationPageSchema, {
        items: [examples.exampleConversation],
        nextCursor: null,
      }),
    },
  });

  const readConversationRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/{id}",
    operationId: "readConversation",
    summary: "Read one conversation",
    description: "Without its messages, which have a list of their own.",
    request: { params: idParameter },
    responses: {
      200: jsonAnswer("The conversation", schemas.conversationSchema, examples.exampleConversation),
    },
  });

  const renameConversationRoute = createRoute({
    ...own,
    method: "patch",
    path: "/conversations/{id}",
    operationId: "renameConversation",
    summary: "Rename a conversation",
    description: "White space around the title is removed.",
    request: {
      params: idParameter,
      ...jsonBody(schemas.conversationPatchSchema, { "A shorter title": { title: "Cookies" } }),
    },
    responses: {
      200: jsonAnswer("The conversation with its new title", schemas.conversationSchema, {
        ...examples.exampleConversation,
        title: "Cookies",
      }),
    },
  });

  const deleteConversationRoute = createRoute({
    ...own,
    method: "delete",
    path: "/conversations/{id}",
    operationId: "deleteConversation",
    summary: "Delete a conversation with its messages, for good",
    description: "There is no way back. An answer that is being written ends.",
    request: { params: idParameter },
    responses: {
      204: { description: "It is gone" },
    },
  });

  const listMessagesRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/{id}/messages",
    operationId: "listMessages",
    summary: "The messages of a conversation, oldest first",
    description:
      "Questions are plain text, answers Markdown with the places of the book that they rest on. An answer that is being written has " +
      "the `status` `streaming` and what came so far.",
    request: { params: idParameter, query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of messages", schemas.messagePageSchema, {
        items: examples.exampleMessages,
        nextCursor: null,
      }),
    },
  });

  const reader = (c: Parameters<typeof getPrincipal>[0]) => getPrincipal(c).userId;

  return createHttpApp()
    .openapi(createConversationRoute, async (c) =>
      c.json(await chats.create(reader(c), c.req.valid("json")), 201),
    )
    .openapi(listConversationsRoute, async (c) =>
      c.json(await chats.list(reader(c), c.req.valid("query")), 200),
    )
    .openapi(readConversationRoute, async (c) =>
      c.json(await chats.get(reader(c), c.req.valid("param").id), 200),
    )
    .openapi(renameConversationRoute, async (c) =>
      c.json(await chats.rename(reader(c), c.req.valid("param").id, c.req.valid("json").title), 200),
    )
    .openapi(deleteConversationRoute, async (c) => {
      await chats.remove(reader(c), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(listMessagesRoute, async (c) =>
      c.json(await chats.listMessages(reader(c), c.req.valid("param").id, c.req.valid("query")), 200),
    );
}
