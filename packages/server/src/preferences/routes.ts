import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody, problems } from "../http/schemas.ts";
import { preferencesPatchSchema, preferencesSchema } from "./schemas.ts";
import type { PreferencesService } from "./service.ts";

export function preferencesRoutes(deps: { preferences: PreferencesService; requireSession: RequireSession }) {
  const { preferences, requireSession } = deps;

  const readRoute = createRoute({
    method: "get",
    path: "/me/preferences",
    summary: "Read the reader's preferences",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: {
      200: jsonAnswer("The preferences", preferencesSchema),
      ...problems("unauthenticated", "token-expired", "token-stale", "session-ended"),
    },
  });

  const updateRoute = createRoute({
    method: "patch",
    path: "/me/preferences",
    summary: "Change some of the preferences",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    request: jsonBody(preferencesPatchSchema),
    responses: {
      200: jsonAnswer("The preferences after the change", preferencesSchema),
      ...problems("unauthenticated", "token-expired", "token-stale", "session-ended", "validation-failed"),
    },
  });

  return createHttpApp()
    .openapi(readRoute, async (c) => c.json(await preferences.get(getPrincipal(c).userId), 200))
    .openapi(updateRoute, async (c) =>
      c.json(await preferences.update(getPrincipal(c).userId, c.req.valid("json")), 200),
    );
}
