import { getConnInfo } from "@hono/node-server/conninfo";
import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { HttpEnv } from "./app-type.ts";
import { createClientAddress } from "./client-address.ts";
import { watchForUnnamedProxy } from "./unnamed-proxy.ts";

/** Notes the reader's address once, for limits, sessions and the log. */
export function findAddress(
  trustedProxies: readonly string[],
  log: Pick<Logger, "warn">,
): MiddlewareHandler<HttpEnv> {
  const clientAddress = createClientAddress(trustedProxies);
  const lookForProxy = watchForUnnamedProxy(log);
  return (c, next) => {
    const headers = { xForwardedFor: c.req.header("x-forwarded-for"), forwarded: c.req.header("forwarded") };
    const { address, isForwarded } = clientAddress(getConnInfo(c).remote.address, headers);
    if (!isForwarded) lookForProxy(address, headers.xForwardedFor ?? headers.forwarded);
    c.set("clientAddress", address);
    return next();
  };
}
