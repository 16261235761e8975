import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./app-type.ts";
import { createClientAddress } from "./client-address.ts";

/** Notes the reader's address once, for limits, sessions and the log. */
export function findAddress(trustedProxies: readonly string[]): MiddlewareHandler<HttpEnv> {
  const clientAddress = createClientAddress(trustedProxies);
  return (c, next) => {
    c.set("clientAddress", clientAddress(getConnInfo(c).remote.address, c.req.header("x-forwarded-for")));
    return next();
  };
}
