import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { requirePermission } from "../http/require-permission.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import {
  auditPageSchema,
  auditQuerySchema,
  exampleAuditEvent,
  ownAuditQuerySchema,
} from "./admin-schemas.ts";
import type { EventLog } from "./event-log.ts";

export function auditAdminRoutes(deps: { eventLog: EventLog; requireSession: RequireSession }) {
  const pageOfEvents = {
    tags: ["administration"],
    security: [{ accessToken: [] }],
    responses: {
      200: jsonAnswer("A page of events", auditPageSchema, { items: [exampleAuditEvent], nextCursor: null }),
      ...problems("insufficient-rank"),
    },
  };

  const listRoute = createRoute({
    ...pageOfEvents,
    method: "get",
    path: "/admin/audit",
    operationId: "listAuditEvents",
    summary: "Who did what to whom, when and from where, newest first",
    description: "For administrators.",
    middleware: [deps.requireSession, requirePermission("audit.read")],
    request: { query: auditQuerySchema },
  });

  const listOwnRoute = createRoute({
    ...pageOfEvents,
    method: "get",
    path: "/me/acts",
    operationId: "listOwnActs",
    summary: "What one did oneself, as the audit has it, newest first",
    description:
      "For moderators and administrators: what they did to others, with the reasons that they gave, and their own sign-ins. Of what others " +
      "did, `GET /admin/audit` tells administrators.",
    middleware: [deps.requireSession, requirePermission("audit.read-own", "audit.read")],
    request: { query: ownAuditQuerySchema },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => c.json(await deps.eventLog.list(c.req.valid("query")), 200))
    .openapi(listOwnRoute, async (c) => {
      const actor = getPrincipal(c).userId;
      return c.json(await deps.eventLog.list({ ...c.req.valid("query"), actor }), 200);
    });
}
