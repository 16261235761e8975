import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, pageQuerySchema, problems } from "../http/schemas.ts";
import * as examples from "./examples.ts";
import * as schemas from "./schemas.ts";
import type { Chats } from "./service.ts";

export function chatRoutes(deps: { chats: Omit<Chats, "close">; requireSession: RequireSession }) {
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

  const askRoute = createRoute({
    ...own,
    method: "post",
    path: "/conversations/{id}/messages",
    operationId: "askQuestion",
    summary: "Ask a question and read the answer as it is written",
    description:
      "The AI SDK's UI-message stream, version 1, as server-sent events. `start.messageId` is the id of the stored answer; " +
      "the text deltas add up to its `content`. The answer is written to its end even if the connection ends earlier.",
    request: {
      params: idParameter,
      ...jsonBody(schemas.questionSchema, {
        "A question": { content: "Which cookies are set?" },
        "A question about a selected passage": {
          content: "What does this mean?",
          page: "/how-sessions-work#refresh",
          selection: "A token that has long been replaced ends the session.",
        },
      }),
    },
    responses: {
      200: {
        description: "The answer's parts",
        content: { "text/event-stream": { schema: { type: "string" }, example: examples.exampleEvents } },
      },
      ...problems("answer-running"),
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
    )
    .openapi(askRoute, async (c) => {
      const events = await chats.ask(reader(c), c.req.valid("param").id, c.req.valid("json"));
      return c.body(events, 200, {
        "content-type": "text/event-stream",
        "x-vercel-ai-ui-message-stream": "v1",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
    });
}
