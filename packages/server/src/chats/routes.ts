import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import * as schemas from "./schemas.ts";
import type { Chats } from "./service.ts";

export function chatRoutes(deps: { chats: Omit<Chats, "close">; requireSession: RequireSession }) {
  const { chats, requireSession } = deps;
  const own = { tags: ["chats"], security: [{ accessToken: [] }], middleware: [requireSession] };
  const tokenProblems = ["unauthenticated", "token-expired", "token-stale", "session-ended"] as const;

  const createConversationRoute = createRoute({
    ...own,
    method: "post",
    path: "/conversations",
    summary: "Begin a conversation",
    request: jsonBody(schemas.newConversationSchema),
    responses: {
      201: jsonAnswer("The new conversation", schemas.conversationSchema),
      ...problems(...tokenProblems, "validation-failed"),
    },
  });

  const listConversationsRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations",
    summary: "The reader's conversations, the last used first",
    request: { query: schemas.pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of conversations", schemas.conversationPageSchema),
      ...problems(...tokenProblems, "validation-failed"),
    },
  });

  const readConversationRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/{id}",
    summary: "Read one conversation",
    request: { params: idParameter },
    responses: {
      200: jsonAnswer("The conversation", schemas.conversationSchema),
      ...problems(...tokenProblems, "not-found"),
    },
  });

  const renameConversationRoute = createRoute({
    ...own,
    method: "patch",
    path: "/conversations/{id}",
    summary: "Rename a conversation",
    request: { params: idParameter, ...jsonBody(schemas.conversationPatchSchema) },
    responses: {
      200: jsonAnswer("The conversation with its new title", schemas.conversationSchema),
      ...problems(...tokenProblems, "not-found", "validation-failed"),
    },
  });

  const deleteConversationRoute = createRoute({
    ...own,
    method: "delete",
    path: "/conversations/{id}",
    summary: "Delete a conversation with its messages, for good",
    request: { params: idParameter },
    responses: {
      204: { description: "It is gone" },
      ...problems(...tokenProblems, "not-found"),
    },
  });

  const listMessagesRoute = createRoute({
    ...own,
    method: "get",
    path: "/conversations/{id}/messages",
    summary: "The messages of a conversation, oldest first",
    request: { params: idParameter, query: schemas.pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of messages", schemas.messagePageSchema),
      ...problems(...tokenProblems, "not-found", "validation-failed"),
    },
  });

  const askRoute = createRoute({
    ...own,
    method: "post",
    path: "/conversations/{id}/messages",
    summary: "Ask a question and read the answer as it is written",
    description:
      "The AI SDK's UI-message stream, version 1, as server-sent events. `start.messageId` is the id of the stored answer; " +
      "the text deltas add up to its `content`. The answer is written to its end even if the connection ends earlier.",
    request: { params: idParameter, ...jsonBody(schemas.questionSchema) },
    responses: {
      200: {
        description: "The answer's parts",
        content: { "text/event-stream": { schema: { type: "string" } } },
      },
      ...problems(...tokenProblems, "not-found", "answer-running", "validation-failed"),
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
