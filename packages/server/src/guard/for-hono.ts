import type { Context, MiddlewareHandler } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Principal } from "../sessions/principal.ts";
import type { Admission } from "./guard.ts";
import { type AskedRequest, readRequest } from "./request.ts";

/** What the guard leaves on a request of Hono. */
export interface GuardEnv {
  Variables: {
    /** Who asks; `undefined` only where a token was optional. */
    principal: Principal;
  };
}

export type HonoMiddleware = MiddlewareHandler<GuardEnv>;

export function forHono(admit: (asked: AskedRequest) => Promise<Admission>): HonoMiddleware {
  return async (c, next) => {
    const admission = await admit({ ...readRequest(c.req.raw), socketAddress: findSocketAddress(c) });
    for (const [name, value] of admission.headers) c.header(name, value, { append: true });
    if ("refusal" in admission) {
      const { status, headers, body } = admission.refusal;
      return c.body(body, status as ContentfulStatusCode, headers);
    }
    c.header("cache-control", "no-store");
    if (admission.principal) c.set("principal", admission.principal);
    await next();
    return undefined;
  };
}

/** As `@hono/node-server` leaves it. */
function findSocketAddress({ env }: Context): string | undefined {
  const node = env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return node?.incoming?.socket?.remoteAddress;
}
