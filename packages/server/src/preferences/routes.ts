import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { jsonAnswer, jsonBody } from "../http/schemas.ts";
import { examplePreferences } from "./examples.ts";
import { preferencesPatchSchema, preferencesSchema } from "./schemas.ts";
import type { PreferencesService } from "./service.ts";

export function preferencesRoutes(deps: { preferences: PreferencesService; requireSession: RequireSession }) {
  const { preferences, requireSession } = deps;

  const readRoute = createRoute({
    method: "get",
    path: "/me/preferences",
    operationId: "readPreferences",
    summary: "Read the reader's preferences",
    description: "Guests have them, too. Whoever never chose has the defaults.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    responses: {
      200: jsonAnswer("The preferences", preferencesSchema, examplePreferences),
    },
  });

  const updateRoute = createRoute({
    method: "patch",
    path: "/me/preferences",
    operationId: "updatePreferences",
    summary: "Change some of the preferences",
    description:
      "What is left out stays as it is. Letters about the account's own safety cannot be switched off.",
    tags: ["account"],
    security: [{ accessToken: [] }],
    middleware: [requireSession],
    request: jsonBody(preferencesPatchSchema, {
      "Dark screens": { theme: "dark" },
      "Another language, and no letters about answers": { language: "de", notifications: { replies: false } },
    }),
    responses: {
      200: jsonAnswer("The preferences after the change", preferencesSchema, {
        ...examplePreferences,
        theme: "dark",
      }),
    },
  });

  return createHttpApp()
    .openapi(readRoute, async (c) => c.json(await preferences.get(getPrincipal(c).userId), 200))
    .openapi(updateRoute, async (c) =>
      c.json(await preferences.update(getPrincipal(c).userId, c.req.valid("json")), 200),
    );
}
