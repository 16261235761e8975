import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import { auditPageSchema, auditQuerySchema, exampleAuditEvent } from "./admin-schemas.ts";
import type { EventLog } from "./event-log.ts";

export function auditAdminRoutes(deps: { eventLog: EventLog; requireSession: RequireSession }) {
  const listRoute = createRoute({
    method: "get",
    path: "/admin/audit",
    operationId: "listAuditEvents",
    summary: "Who did what to whom, when and from where, newest first",
    description: "For administrators.",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession, requirePermission("audit.read")],
    request: { query: auditQuerySchema },
    responses: {
      200: jsonAnswer("A page of events", auditPageSchema, { items: [exampleAuditEvent], nextCursor: null }),
      ...problems("insufficient-rank"),
    },
  });

  return createHttpApp().openapi(listRoute, async (c) =>
    c.json(await deps.eventLog.list(c.req.valid("query")), 200),
  );
}
