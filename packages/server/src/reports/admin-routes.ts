import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { actorOf, requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import {
  exampleReport,
  reportPageSchema,
  reportPatchSchema,
  reportQuerySchema,
  reportSchema,
} from "./schemas.ts";
import type { Reports } from "./service.ts";

/** The moderators' side. */
export function reportAdminRoutes(deps: { reports: Reports; requireSession: RequireSession }) {
  const { reports, requireSession } = deps;
  const moderators = { tags: ["administration"], security: [{ accessToken: [] }] };

  const listRoute = createRoute({
    ...moderators,
    method: "get",
    path: "/admin/reports",
    operationId: "listReports",
    middleware: [requireSession, requirePermission("reports.read")],
    summary: "What readers have reported, oldest first",
    description: "For moderators. Each with the reported answer and at most two messages on either side.",
    request: { query: reportQuerySchema },
    responses: {
      200: jsonAnswer("A page of reports", reportPageSchema, { items: [exampleReport], nextCursor: null }),
      ...problems("insufficient-rank"),
    },
  });

  const handleRoute = createRoute({
    ...moderators,
    method: "patch",
    path: "/admin/reports/{id}",
    operationId: "handleReport",
    middleware: [requireSession, requirePermission("reports.handle")],
    summary: "Decide about a report",
    description:
      "For moderators. A hidden answer keeps its place and loses its words for its reader, in the history that a model sees, in " +
      "search and in exports, until it is shown again. Both are in the activity of whoever decided and of the reader.",
    request: {
      params: idParameter,
      ...jsonBody(reportPatchSchema, {
        "Hide the answer": { status: "resolved", action: "hide", note: "Invents a setting." },
        "Nothing to do": { status: "dismissed" },
      }),
    },
    responses: {
      200: jsonAnswer("The report as it is now", reportSchema, {
        ...exampleReport,
        status: "resolved",
        action: "hide",
        messageStatus: "hidden",
        note: "Invents a setting.",
      }),
      ...problems("insufficient-rank"),
    },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => {
      const { status, ...page } = c.req.valid("query");
      return c.json(await reports.list(status, page), 200);
    })
    .openapi(handleRoute, async (c) => {
      const id = c.req.valid("param").id;
      return c.json(await reports.handle(actorOf(c), id, c.req.valid("json")), 200);
    });
}
