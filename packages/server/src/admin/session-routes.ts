import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, pageQuerySchema, problems, uuid } from "../http/schemas.ts";
import { deviceSessionPageSchema, exampleDeviceSession } from "../sessions/device-schemas.ts";
import type { UserSessions } from "./user-sessions.ts";

const sessionParameters = idParameter.extend({
  sessionId: uuid.openapi({
    param: { name: "sessionId", in: "path", description: "Of the list of this account's sessions." },
  }),
});

export function userSessionRoutes(deps: { userSessions: UserSessions; requireSession: RequireSession }) {
  const { userSessions } = deps;
  const administrators = {
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession, requirePermission("users.sessions")],
  };
  const path = "/admin/users/{id}/sessions";

  const listRoute = createRoute({
    ...administrators,
    method: "get",
    path,
    operationId: "listUserSessions",
    summary: "Where somebody is signed in",
    description: "Of an account or a guest, the newest sign-in first. For administrators.",
    request: { params: idParameter, query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of sessions", deviceSessionPageSchema, {
        items: [{ ...exampleDeviceSession, current: false }],
        nextCursor: null,
      }),
      ...problems("insufficient-rank"),
    },
  });

  const endAllRoute = createRoute({
    ...administrators,
    method: "delete",
    path,
    operationId: "endUserSessions",
    summary: "Sign somebody out everywhere",
    description:
      "Of an account; its tokens end at once, at every server. For administrators; it is in the audit and in the account's activity.",
    request: { params: idParameter },
    responses: { 204: { description: "They are signed out" }, ...problems("insufficient-rank") },
  });

  const endOneRoute = createRoute({
    ...administrators,
    method: "delete",
    path: `${path}/{sessionId}`,
    operationId: "endUserSession",
    summary: "Sign somebody out on one device",
    description:
      "Of an account; the session's tokens end at once, at every server. For administrators; it is in the audit and in the account's activity.",
    request: { params: sessionParameters },
    responses: { 204: { description: "It is signed out" }, ...problems("insufficient-rank") },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(await userSessions.list(actorOf(c), id, c.req.valid("query")), 200);
    })
    .openapi(endAllRoute, async (c) => {
      await userSessions.endAll(actorOf(c), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(endOneRoute, async (c) => {
      const { id, sessionId } = c.req.valid("param");
      await userSessions.end(actorOf(c), id, sessionId);
      return c.body(null, 204);
    });
}
