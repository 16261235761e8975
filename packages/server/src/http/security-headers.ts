import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./app-type.ts";

/** On every answer; a page of the book sets its own Content-Security-Policy (OWASP ASVS 5.0, 3.4). */
export function securityHeaders(options: { https: boolean }): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("x-content-type-options", "nosniff");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("x-request-id", c.get("requestId"));
    if (!headers.has("content-security-policy")) {
      headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    }
    if (options.https) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  };
}
