import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { requirePermission } from "../http/require-permission.ts";
import type { RequireSession } from "../http/require-session.ts";
import { jsonAnswer, problems } from "../http/schemas.ts";
import type { StatisticsDesk } from "./statistics.ts";
import { exampleStatistics, statisticsQuerySchema, statisticsSchema } from "./statistics-schemas.ts";

export function statisticsRoutes(deps: { statistics: StatisticsDesk; requireSession: RequireSession }) {
  const readRoute = createRoute({
    method: "get",
    path: "/admin/stats",
    operationId: "readStatistics",
    summary: "What each day came to",
    description:
      "For administrators. Days are in UTC. Numbers alone: neither who nor what was asked. A year at the most at once.",
    tags: ["administration"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession, requirePermission("stats.read")],
    request: { query: statisticsQuerySchema },
    responses: {
      200: jsonAnswer("The days", statisticsSchema, exampleStatistics),
      ...problems("insufficient-rank"),
    },
  });

  return createHttpApp().openapi(readRoute, async (c) =>
    c.json(await deps.statistics.read(c.req.valid("query")), 200),
  );
}
