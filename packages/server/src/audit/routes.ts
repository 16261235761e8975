import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, pageQuerySchema } from "../http/schemas.ts";
import type { Activity } from "./activity.ts";
import { activityPageSchema, exampleActivityItem } from "./activity-schemas.ts";

export function activityRoutes(deps: { activity: Activity; requireSession: RequireSession }) {
  const listRoute = createRoute({
    method: "get",
    path: "/me/activity",
    operationId: "listActivity",
    summary: "What happened around the account's safety, newest first",
    description:
      "Sign-ins, devices that were signed out, stolen sessions, what staff did to the account and why. Nobody else's.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [deps.requireSession],
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of events", activityPageSchema, {
        items: [exampleActivityItem],
        nextCursor: null,
      }),
    },
  });

  return createHttpApp().openapi(listRoute, async (c) =>
    c.json(await deps.activity.list(getPrincipal(c).userId, c.req.valid("query")), 200),
  );
}
