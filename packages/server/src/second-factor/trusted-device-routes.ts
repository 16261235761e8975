import { createRoute } from "@hono/zod-openapi";
import { createHttpApp } from "../http/app-type.ts";
import type { Cookies } from "../http/cookies.ts";
import { deviceOf } from "../http/device.ts";
import { getPrincipal, type RequireSession } from "../http/require-session.ts";
import { idParameter, jsonAnswer, pageQuerySchema } from "../http/schemas.ts";
import { type TrustedDevice, trustedDevicePageSchema } from "./schemas.ts";
import type { TrustedDevices } from "./trusted-devices.ts";

const exampleTrustedDevice: TrustedDevice = {
  id: "01937b1c-a3d5-7e21-8f4c-61a0d3e5f7a9",
  current: true,
  createdAt: "2026-11-21T09:30:00.000Z",
  lastUsedAt: "2026-11-21T09:41:00.000Z",
  expiresAt: "2026-12-21T09:30:00.000Z",
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  device: "Firefox on Linux",
};

export interface TrustedDeviceRoutesDeps {
  readonly trustedDevices: TrustedDevices;
  readonly cookies: Cookies;
  readonly requireSession: RequireSession;
}

/** Asking for codes again needs no step-up: it takes nothing from anybody but a thief. */
export function trustedDeviceRoutes({ trustedDevices, cookies, requireSession }: TrustedDeviceRoutesDeps) {
  const own = { tags: ["account"], security: [{ accessToken: [] }], middleware: [requireSession] };

  const listRoute = createRoute({
    ...own,
    method: "get",
    path: "/me/second-factor/trusted-devices",
    operationId: "listTrustedDevices",
    summary: "Where signing in asks for no code",
    description:
      "For thirty days after a code was shown there, or until the password changes; the newest first.",
    request: { query: pageQuerySchema },
    responses: {
      200: jsonAnswer("A page of trusted devices", trustedDevicePageSchema, {
        items: [exampleTrustedDevice],
        nextCursor: null,
      }),
    },
  });

  const forgetRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/second-factor/trusted-devices/{id}",
    operationId: "forgetTrustedDevice",
    summary: "Trust a device no more",
    description:
      "Its next sign-in asks for a code. Its session goes on; `DELETE /me/sessions/{id}` ends that.",
    request: { params: idParameter },
    responses: { 204: { description: "It is not trusted any more" } },
  });

  const forgetAllRoute = createRoute({
    ...own,
    method: "delete",
    path: "/me/second-factor/trusted-devices",
    operationId: "forgetTrustedDevices",
    summary: "Trust no device any more",
    description: "This one neither.",
    responses: { 204: { description: "None is trusted" } },
  });

  return createHttpApp()
    .openapi(listRoute, async (c) => {
      const presented = cookies.read(c, "trustedDevice");
      return c.json(await trustedDevices.list(getPrincipal(c).userId, c.req.valid("query"), presented), 200);
    })
    .openapi(forgetRoute, async (c) => {
      const { userId, sessionId } = getPrincipal(c);
      await trustedDevices.forget({ userId, sessionId }, c.req.valid("param").id, deviceOf(c));
      return c.body(null, 204);
    })
    .openapi(forgetAllRoute, async (c) => {
      const { userId, sessionId } = getPrincipal(c);
      await trustedDevices.forgetOwn({ userId, sessionId }, deviceOf(c));
      return c.body(null, 204);
    });
}
