import { isIPv6 } from "node:net";
import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Clock } from "../clock.ts";
import { TooManyRequestsError } from "../limits/errors.ts";
import { type PolicyName, policies } from "../limits/policies.ts";
import type { HttpEnv } from "./app-type.ts";

export type LimitRequests = (
  policy: PolicyName,
  options?: { refundSuccess?: boolean },
) => MiddlewareHandler<HttpEnv>;

/**
 * Limits per address, counted before the work. `RateLimit-Policy` and `RateLimit` follow
 * draft-ietf-httpapi-ratelimit-headers; waiting as `Retry-After` says is enough.
 */
export function createLimitRequests(deps: { clock: Clock; enabled: boolean }): LimitRequests {
  const limiters = new Map(
    Object.entries(policies).map(([name, { points, windowSeconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }),
    ]),
  );

  return (name, { refundSuccess = false } = {}) =>
    async (c, next) => {
      const limiter = limiters.get(name);
      if (!deps.enabled || !limiter) return next();
      const { points, windowSeconds } = policies[name];
      const key = addressKey(c.get("clientAddress"));
      c.header("ratelimit-policy", `"${name}";q=${points};w=${windowSeconds}`);
      try {
        const { remainingPoints, msBeforeNext } = await limiter.consume(key);
        c.header("ratelimit", `"${name}";r=${remainingPoints};t=${Math.ceil(msBeforeNext / 1000)}`);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        const retryAfterMs = rejection.msBeforeNext;
        c.header("ratelimit", `"${name}";r=0;t=${Math.ceil(retryAfterMs / 1000)}`);
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

/** One reader has a whole /64 of IPv6 addresses to choose from, so these count as one. */
function addressKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = address.includes("::")
    ? Array.from({ length: 8 - left.length - right.length }, () => "0")
    : [];
  const groups = [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
