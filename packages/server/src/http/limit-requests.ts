import type { Context, MiddlewareHandler } from "hono";
import { createAddressLimits, everyRequest } from "../limits/address-limits.ts";
import { TooManyRequestsError } from "../limits/errors.ts";
import type { IdentifierLimits } from "../limits/identifier-limits.ts";
import type { Limiter, Taken } from "../limits/limiter.ts";
import type { Counter } from "../limits/memory-counters.ts";
import {
  type ActName,
  acts,
  type LimitKey,
  type Policy,
  type PolicyName,
  policies,
} from "../limits/policies.ts";
import { readerNetworkOf, widerNetworkOf } from "../network.ts";
import type { HttpEnv } from "./app-type.ts";
import type { Cookies } from "./cookies.ts";
import { browserTokenOf } from "./device.ts";
import { announceLimits, type Left } from "./rate-limit-headers.ts";
import { getPrincipal, type RequireSession } from "./require-session.ts";

/**
 * Guards a route, the one way to do so: takes a point from every limit of the act before the work, and gives back what
 * a success gives back. It stands behind `requireSession` where the act is limited by account, and before it elsewhere.
 */
export type LimitRequests = (act: ActName) => MiddlewareHandler<HttpEnv>;

/** What {@link limit} leaves on the request for {@link limitIdentifier}. */
export type TakeForIdentifier = (act: ActName, identifier: string) => Promise<void>;

/** What tells of others, or of nobody, is named only by the answer that it refuses. */
const unannounced: readonly LimitKey[] = ["server", "identifier", "recipient"];
const countsByAccount: readonly LimitKey[] = ["identifier", "identifier-address", "device"];

export function createLimitRequests(deps: {
  limiter: Limiter;
  identifierLimits: IdentifierLimits;
  cookies: Cookies;
}): LimitRequests {
  const { limiter, identifierLimits, cookies } = deps;

  return (act) => async (c, next) => {
    const taken: Taken[] = [];
    const keep = (more: readonly Taken[]) => {
      taken.push(...more);
      announce(c, more);
    };
    const browserToken = namesAccount(act) ? browserTokenOf(c, cookies) : undefined;
    let refusal: TooManyRequestsError | undefined;
    try {
      keep(await limiter.takeAll(acts[act].flatMap((policy) => counterOf(c, policy))));
    } catch (error) {
      if (browserToken === undefined || !(error instanceof TooManyRequestsError)) throw error;
      // Strangers behind the same address keep no owner out. Whose browser it is, is known when the body is read.
      refusal = error;
    }
    c.set("takeForIdentifier", async (identified, identifier) => {
      const address = c.get("clientAddress");
      keep(await identifierLimits.take(identified, { identifier, address, browserToken, refusal }));
    });
    await next();
    await limiter.giveBackAll(taken.filter(({ policy }) => isGivenBack(policies[policy], c.res.status)));
  };
}

/** Whether its handler says by {@link limitIdentifier} which account is meant. */
function namesAccount(act: ActName): boolean {
  return acts[act].some((policy) => policies[policy].key === "identifier");
}

/** What succeeds, where failures count. And where nothing was tried, because the server was busy, no account is the worse for it. */
function isGivenBack({ key, counts }: Policy, status: number): boolean {
  if (counts !== "failures") return false;
  return status < 400 || (status === 503 && countsByAccount.includes(key));
}

/**
 * Takes a point from the limits of an act that count by identifier, once the body is read; behind `limit(act)`, which
 * gives them back with its own.
 *
 * @param identifier - as it was typed, whether or not anybody has it
 * @throws {TooManyRequestsError}
 */
export async function limitIdentifier(c: Context<HttpEnv>, act: ActName, identifier: string): Promise<void> {
  await c.get("takeForIdentifier")?.(act, identifier);
}

/** The limits in front of everything, each node's own: synchronous, and named only by the answer that they refuse. */
export function limitAllRequests(limiter: Pick<Limiter, "takeAllHere">): MiddlewareHandler<HttpEnv> {
  const addressLimits = createAddressLimits(limiter);
  return (c, next) => {
    addressLimits.take(everyRequest, c.get("clientAddress"));
    return next();
  };
}

const reading: ReadonlySet<string> = new Set(["GET", "HEAD"]);

/** Behind a session: whatever is no reading, by account or guest. */
export function limitChanges(
  limiter: Pick<Limiter, "takeHere">,
  requireSession: RequireSession,
): RequireSession {
  return (c, next) =>
    requireSession(c, () => {
      if (!reading.has(c.req.method)) limiter.takeHere("changes", getPrincipal(c).userId);
      return next();
    });
}

/** None where the policy counts by something that the request does not say. */
function counterOf(c: Context<HttpEnv>, policy: PolicyName): Counter[] {
  const address = c.get("clientAddress");
  switch (policies[policy].key) {
    case "address":
      return [{ policy, key: readerNetworkOf(address) }];
    case "wide-address": {
      const key = widerNetworkOf(address);
      return key === undefined ? [] : [{ policy, key }];
    }
    case "account":
      return [{ policy, key: getPrincipal(c).userId }];
    case "server":
      return [{ policy, key: "all" }];
    default:
      return [];
  }
}

function announce(c: Context<HttpEnv>, taken: readonly Taken[]): void {
  announceLimits(c, taken.filter(({ policy }) => !unannounced.includes(policies[policy].key)).map(toLeft));
}

/** A point that was taken, as headers say it. */
export function toLeft({ policy, remaining, resetMs }: Taken): Left {
  return { name: policy, ...policies[policy], remaining, resetInMs: resetMs };
}
