import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { LimitRequests } from "../http/limit-requests.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, jsonBody } from "../http/schemas.ts";
import { exampleReport, feedbackSchema, newReportSchema, reportIdSchema } from "./schemas.ts";
import type { Reports } from "./service.ts";

/** What readers say about the answers that they were given, guests too. */
export function reportRoutes(deps: {
  reports: Reports;
  requireSession: RequireSession;
  limit: LimitRequests;
}) {
  const { reports, requireSession, limit } = deps;
  const own = { tags: ["chats"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const rateRoute = createRoute({
    ...own,
    method: "post",
    path: "/messages/{id}/feedback",
    operationId: "rateAnswer",
    summary: "Say whether an answer was good",
    description: "Of one's own conversations. A second time replaces the first.",
    request: {
      params: idParameter,
      ...jsonBody(feedbackSchema, {
        Good: { rating: "up" },
        "Not good, and why": { rating: "down", comment: "It quotes the wrong chapter." },
      }),
    },
    responses: { 204: { description: "It is noted" } },
  });

  const unrateRoute = createRoute({
    ...own,
    method: "delete",
    path: "/messages/{id}/feedback",
    operationId: "unrateAnswer",
    summary: "Take back what one thought of an answer",
    description: "With its comment. Nothing happens where there was none.",
    request: { params: idParameter },
    responses: { 204: { description: "It is gone" } },
  });

  const reportRoute = createRoute({
    ...own,
    method: "post",
    path: "/messages/{id}/report",
    operationId: "reportAnswer",
    summary: "Report an answer to the moderators",
    description:
      "Of one's own conversations. Moderators see the answer with at most two messages on either side, as they are now, and " +
      "not who reported it. An answer has one report: a second time opens it again, with the new words.",
    middleware: [requireSession, limit("report")],
    request: {
      params: idParameter,
      ...jsonBody(newReportSchema, {
        "A wrong answer": { reason: "wrong", comment: "The book says thirty seconds." },
        "Without words": { reason: "offensive" },
      }),
    },
    responses: {
      201: jsonAnswer("The report", reportIdSchema, { id: exampleReport.id }),
    },
  });

  return createHttpApp()
    .openapi(rateRoute, async (c) => {
      await reports.rate(getPrincipal(c).userId, c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    })
    .openapi(unrateRoute, async (c) => {
      await reports.unrate(getPrincipal(c).userId, c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(reportRoute, async (c) =>
      c.json(await reports.report(getPrincipal(c).userId, c.req.valid("param").id, c.req.valid("json")), 201),
    );
}
