import type { MiddlewareHandler } from "hono";
import { DomainError } from "../domain-error.ts";
import type { HttpEnv } from "./app-type.ts";
import { apiBase } from "./openapi-operations.ts";
import { unsubscribePath } from "./read-json.ts";

const exposedHeaders = [
  "DPoP-Nonce",
  "RateLimit",
  "RateLimit-Policy",
  "Retry-After",
  "Set-Auth-Token",
  "Set-Refresh-Token",
  "WWW-Authenticate",
  "X-Request-Id",
];
/** The link in a letter is the permission, no cookie counts, and a mail program may name any origin (RFC 8058). */
const fromAnywhere = apiBase + unsubscribePath;
/** Where providers send browsers back to, some by a form of their own site: it begins nothing and ends nothing. */
export const callbackPath = "/api/auth/callback/";
const isOpen = (path: string) => path === fromAnywhere || path.startsWith(callbackPath);
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * CORS and CSRF in one place. Origins are compared exactly; an allowed one may send credentials, any
 * other gets no CORS headers and, on state-changing routes, 403. Requests without `Origin` (apps,
 * servers) pass here; the refresh cookie asks for more, see {@link requireOwnOrigin}.
 */
export function checkOrigin(allowedOrigins: readonly string[]): MiddlewareHandler<HttpEnv> {
  const allowed = new Set(allowedOrigins);
  return async (c, next) => {
    const origin = c.req.header("origin");
    // Caches must keep the answers for different origins apart, also the ones without CORS headers.
    c.header("vary", "Origin");
    if (origin !== undefined && allowed.has(origin)) {
      for (const [name, value] of Object.entries(headersForOrigin(origin))) c.header(name, value);
      if (c.req.method === "OPTIONS") {
        c.header("access-control-allow-methods", "GET, POST, PATCH, PUT, DELETE");
        c.header("access-control-allow-headers", "Authorization, Content-Type, DPoP, Last-Event-ID");
        c.header("access-control-max-age", "600");
      }
    } else if (origin !== undefined && !safeMethods.has(c.req.method) && !isOpen(c.req.path)) {
      throw new DomainError("origin-not-allowed", "This origin may not change anything here.");
    }
    if (c.req.method === "OPTIONS") return c.body(null, 204);
    return next();
  };
}

/** What lets pages of an allowed origin read an answer. */
export function headersForOrigin(origin: string): Readonly<Record<string, string>> {
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": exposedHeaders.join(", "),
  };
}

/**
 * The check where the refresh cookie acts: an allowed `Origin` must be there, and the browser's own
 * word (`Sec-Fetch-Site`), where it gives one, must not contradict it (OWASP CSRF Prevention, Fetch Metadata).
 *
 * @throws {DomainError} `origin-not-allowed`
 */
export function requireOwnOrigin(headers: Headers, allowedOrigins: readonly string[]): void {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  const siteAgrees = site === null || site === "same-origin" || site === "same-site";
  if (origin === null || !allowedOrigins.includes(origin) || !siteAgrees) {
    throw new DomainError("origin-not-allowed", "The refresh cookie acts for the book's own pages only.");
  }
}
