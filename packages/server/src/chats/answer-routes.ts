import type { HttpBindings } from "@hono/node-server";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { createHttpApp, type HttpEnv } from "../http/app-type.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { announceQuotas } from "../http/quota-headers.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonBody, problems } from "../http/schemas.ts";
import { readerNetworkOf } from "../network.ts";
import type { Principal } from "../sessions/principal.ts";
import * as examples from "./examples.ts";
import type { Asker } from "./questions.ts";
import * as schemas from "./schemas.ts";
import type { Chats } from "./service.ts";

/** What every stream of an answer is sent with. */
const streamHeaders = {
  "content-type": "text/event-stream",
  "x-vercel-ai-ui-message-stream": "v1",
  "cache-control": "no-store",
  "x-accel-buffering": "no",
};

const streamAnswer = (description: string) => ({
  description,
  content: { "text/event-stream": { schema: { type: "string" as const }, example: examples.exampleEvents } },
});

/** A stream that fails would be written to the standard error as it is. */
function disconnectOf(c: Context<HttpEnv>): Pick<Asker, "disconnect"> {
  const { outgoing } = (c.env ?? {}) as Partial<HttpBindings>;
  return outgoing ? { disconnect: () => outgoing.destroy() } : {};
}

export function answerRoutes(deps: {
  chats: Pick<Chats, "ask" | "follow" | "stop">;
  limit: LimitRequests;
  requireSession: RequireSession;
  /** Whether a session has ended since its token was presented. */
  hasEnded: (principal: Principal) => boolean;
}) {
  const { chats, limit, requireSession, hasEnded } = deps;
  const own = { tags: ["chats"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const askRoute = createRoute({
    ...own,
    method: "post",
    path: "/conversations/{id}/messages",
    operationId: "askQuestion",
    summary: "Ask a question and read the answer as it is written",
    description:
      "The AI SDK's UI-message stream, version 1, as server-sent events. `start.messageId` is the id of the stored answer; " +
      "the text deltas add up to its `content`. The answer is written to its end even if the connection ends earlier: " +
      "follow it again at `/messages/{id}/stream`. A question with an `id` of the client's own counts once: repeated, " +
      "it is answered with the same answer.",
    middleware: [requireSession, limit("question")],
    request: {
      params: idParameter,
      ...jsonBody(schemas.questionSchema, {
        "A question": { content: "Which cookies are set?" },
        "A question that can be repeated": { id: "q-7f3a", content: "Which cookies are set?" },
        "A question about a selected passage": {
          content: "What does this mean?",
          page: "/how-sessions-work#refresh",
          selection: "A token that has long been replaced ends the session.",
        },
      }),
    },
    responses: {
      200: streamAnswer("The answer's parts"),
      ...problems("answer-running", "quota-exceeded", "server-busy"),
    },
  });

  const followRoute = createRoute({
    ...own,
    method: "get",
    path: "/messages/{id}/stream",
    operationId: "followAnswer",
    summary: "Follow an answer that is being written",
    description:
      "The same stream as the question's, from its beginning, or from where `Last-Event-ID` says: after a broken " +
      "connection, in another tab, at another server. Any number of readers may follow.",
    request: {
      params: idParameter,
      headers: z.object({
        "last-event-id": z
          .string()
          .regex(/^[0-9]{0,9}$/, "value-invalid")
          .optional()
          .openapi({
            description: "The id of the last event that was read; left out for all of the answer.",
            example: "120",
          }),
      }),
    },
    responses: {
      200: streamAnswer("The answer's parts"),
      204: { description: "The answer is complete: read it with the other messages" },
      ...problems("validation-failed"),
    },
  });

  const stopRoute = createRoute({
    ...own,
    method: "post",
    path: "/messages/{id}/stop",
    operationId: "stopAnswer",
    summary: "End an answer that is being written",
    description:
      "For every reader, at whichever server; what came of it is kept, as a complete answer. Nothing happens to an " +
      "answer that has ended. To leave without stopping it, close the connection.",
    request: { params: idParameter },
    responses: { 204: { description: "It is not being written any more" } },
  });

  /** A guest's session ends when the guest becomes the account or is merged into one: who reads along goes on reading. */
  const askerOf = (c: Context<HttpEnv>): Asker => {
    const principal = getPrincipal(c);
    return {
      userId: principal.userId,
      network: readerNetworkOf(c.get("clientAddress") ?? ""),
      ...disconnectOf(c),
      ...(!principal.guest && { isOver: () => hasEnded(principal) }),
    };
  };

  return createHttpApp()
    .openapi(askRoute, async (c) => {
      const { events, left } = await chats.ask(askerOf(c), c.req.valid("param").id, c.req.valid("json"));
      announceQuotas(c, left);
      return c.body(events, 200, streamHeaders);
    })
    .openapi(followRoute, async (c) => {
      const from = Number(c.req.valid("header")["last-event-id"] ?? 0);
      const events = await chats.follow(askerOf(c), c.req.valid("param").id, from);
      return events ? c.body(events, 200, streamHeaders) : c.body(null, 204);
    })
    .openapi(stopRoute, async (c) => {
      await chats.stop(getPrincipal(c).userId, c.req.valid("param").id);
      return c.body(null, 204);
    });
}
