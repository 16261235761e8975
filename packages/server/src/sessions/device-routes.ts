import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import { deviceOf } from "../http/device.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, pageQuerySchema } from "../http/schemas.ts";
import { deviceSessionPageSchema, exampleDeviceSession } from "./device-schemas.ts";
import type { Devices } from "./devices.ts";

export function deviceRoutes(deps: { devices: Devices; requireSession: RequireSession }) {
  const { devices, requireSession } = deps;
  const own = { tags: ["sessions"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const listRoute = createRoute({
    ...own,
    method: "get",
    path: "/me/sessions",
    operationId: "listSessions",
    summary: "Where the reader is signed in",
    description: "One item for each device, the newest sign-in first. Guests have a list, too.",
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of sessions", deviceSessionPageSchema, {
        items: [exampleDeviceSession],
        nextCursor: null,
      }),
    },
  });

  const endOneRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/sessions/{id}",
    operationId: "endSession",
    summary: "Sign one device out",
    description:
      "Its tokens end at once. Ending the session that asks is fine; `POST /auth/logout` also clears the browser's cookies.",
    request: { params: idParameter },
    responses: { 204: { description: "It is signed out" } },
  });

  const endOthersRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/sessions",
    operationId: "endOtherSessions",
    summary: "Sign all other devices out",
    description: "Only the session that asks goes on.",
    responses: { 204: { description: "They are signed out" } },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => c.json(await devices.list(getPrincipal(c), c.req.valid("query")), 200))
    .openapi(endOneRoute, async (c) => {
      await devices.end(getPrincipal(c), c.req.valid("param").id, deviceOf(c));
      return c.body(null, 204);
    })
    .openapi(endOthersRoute, async (c) => {
      await devices.endOthers(getPrincipal(c), deviceOf(c));
      return c.body(null, 204);
    });
}
