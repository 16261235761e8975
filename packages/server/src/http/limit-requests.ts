import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock.ts";
import { TooManyRequestsError } from "../limits/errors.ts";
import { type PolicyName, policies } from "../limits/policies.ts";
import { readerNetworkOf } from "../network.ts";
import type { HttpEnv } from "./app-type.ts";
import { getPrincipal } from "./require-session.ts";

export type LimitRequests = (
  policy: PolicyName,
  options?: { refundSuccess?: boolean; per?: "address" | "account" },
) => MiddlewareHandler<HttpEnv>;

/**
 * Limits per address, or behind `requireSession` per account, counted before the work. `RateLimit-Policy`
 * and `RateLimit` follow draft-ietf-httpapi-ratelimit-headers; waiting as `Retry-After` says is enough.
 */
export function createLimitRequests(deps: { clock: Clock; enabled: boolean }): LimitRequests {
  const limiters = new Map(
    Object.entries(policies).map(([name, { points, windowSeconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }),
    ]),
  );

  return (name, { refundSuccess = false, per = "address" } = {}) =>
    async (c, next) => {
      const limiter = limiters.get(name);
      if (!deps.enabled || !limiter) return next();
      const { points, windowSeconds } = policies[name];
      const key = per === "account" ? getPrincipal(c).userId : readerNetworkOf(c.get("clientAddress"));
      // A route with two limits names both, as members of one list.
      const announce = (header: string, value: string) => c.header(header, value, { append: true });
      announce("ratelimit-policy", `"${name}";q=${points};w=${windowSeconds}`);
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key);
        announce("ratelimit", `"${name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        const retryAfterMs = rejection.msBeforeNext;
        announce("ratelimit", `"${name}";r=0;t=${Math.ceil(retryAfterMs / 1000)}`);
        throw new TooManyRequestsError({
          points,
          retryAfterMs,
          resetAt: new Date(deps.clock.now().getTime() + retryAfterMs),
        });
      }
      await next();
      if (refundSuccess && c.res.ok) await limiter.reward(key);
      return undefined;
    };
}
