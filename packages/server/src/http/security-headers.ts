import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./app-type.ts";

const contentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** What every answer carries (OWASP ASVS 5.0, 3.4), as `[name, value]`; a page of the book has a policy of its own. */
function listSecurityHeaders(options: { https: boolean }): readonly (readonly [string, string])[] {
  return [
    ["x-content-type-options", "nosniff"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"],
    ...(options.https ? [["strict-transport-security", "max-age=63072000; includeSubDomains"] as const] : []),
  ];
}

/** The same with the policy of answers that are no page, for {@link Response}. */
export function dataSecurityHeaders(options: { https: boolean }): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(listSecurityHeaders(options)),
    "content-security-policy": contentSecurityPolicy,
  };
}

export function securityHeaders(options: { https: boolean }): MiddlewareHandler<HttpEnv> {
  const always = listSecurityHeaders(options);
  return async (c, next) => {
    for (const [name, value] of always) c.header(name, value);
    c.header("x-request-id", c.get("requestId"));
    await next();
    const { headers } = c.res;
    // A handler that made its own answer did not take what was prepared.
    if (!headers.has("x-request-id")) {
      for (const [name, value] of always) headers.set(name, value);
      headers.set("x-request-id", c.get("requestId"));
    }
    if (!headers.has("content-security-policy"))
      headers.set("content-security-policy", contentSecurityPolicy);
  };
}
