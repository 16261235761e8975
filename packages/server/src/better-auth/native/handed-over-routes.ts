import { Hono, type MiddlewareHandler } from "hono";
import type { HttpEnv } from "../../http/app-type.ts";
import { deviceOf } from "../../http/device.ts";
import { parsedBody } from "../../http/read-json.ts";
import type { RequireSession } from "../../http/require-session.ts";
import { type HandedOver, handedOver } from "./endpoints.ts";
import type { NativeMount } from "./mount.ts";

export interface HandedOverRoutesDeps {
  readonly native: NativeMount;
  readonly requireSession: RequireSession;
  readonly optionalSession: RequireSession;
}

/** What Better Auth answers itself, each endpoint with what stands before it. */
export function handedOverRoutes({ native, requireSession, optionalSession }: HandedOverRoutesDeps) {
  const guards: Record<HandedOver, readonly MiddlewareHandler<HttpEnv>[]> = {
    "GET /ok": [],
    "GET /get-session": [optionalSession],
    "GET /list-sessions": [requireSession],
    "GET /list-accounts": [requireSession],
  };

  const app = new Hono<HttpEnv>();
  for (const endpoint of handedOver) {
    const [method = "", path = ""] = endpoint.split(" ");
    app.on(method, [path], ...guards[endpoint], async (c) => {
      const { status, body } = await native.answer({
        method,
        path,
        search: new URL(c.req.url).search,
        body: method === "POST" ? await parsedBody(c) : undefined,
        principal: c.get("principal"),
        device: deviceOf(c),
      });
      const headers = new Headers({ "content-type": "application/json" });
      // Not as it is: the headers that were prepared for the answer would be lost.
      return c.newResponse(body, new Response(null, { status, headers }));
    });
  }
  return app;
}
