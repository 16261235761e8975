import type { Context } from "hono";
import type { HttpEnv } from "./app-type.ts";

/** A limit or a quota, and what is left of it. */
export interface Left {
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetInMs: number;
}

/** Both headers of draft-ietf-httpapi-ratelimit-headers: lists of RFC 9651, with one member for each limit. */
export function rateLimitHeaders(limits: readonly Left[]): Record<string, string> {
  if (limits.length === 0) return {};
  return {
    "ratelimit-policy": limits
      .map(({ name, points, windowSeconds }) => `"${name}";q=${points};w=${windowSeconds}`)
      .join(", "),
    ratelimit: limits
      .map(({ name, remaining, resetInMs }) => `"${name}";r=${remaining};t=${Math.ceil(resetInMs / 1000)}`)
      .join(", "),
  };
}

/** Behind what other limits have said. */
export function announceLimits(c: Context<HttpEnv>, limits: readonly Left[]): void {
  for (const [name, value] of Object.entries(rateLimitHeaders(limits)))
    c.header(name, value, { append: true });
}
