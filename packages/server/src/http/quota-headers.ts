import type { Context } from "hono";
import type { QuotaName } from "../limits/quota-names.ts";
import type { QuotaState } from "../limits/quota-states.ts";
import type { HttpEnv } from "./app-type.ts";
import { announceLimits, type Left } from "./rate-limit-headers.ts";

const daySeconds = 24 * 60 * 60;

/** A quota of the day, as the headers name it. */
export function quotaLeft(state: {
  quota: QuotaName;
  limit: number;
  remaining: number;
  resetInMs: number;
}): Left {
  const { quota, limit, remaining, resetInMs } = state;
  return { name: quota, points: limit, windowSeconds: daySeconds, remaining, resetInMs };
}

/** Tells a reader with the answer how much may still be asked. */
export function announceQuotas(c: Context<HttpEnv>, states: readonly QuotaState[]): void {
  announceLimits(
    c,
    states.map((state) => quotaLeft({ ...state, remaining: Math.max(0, state.limit - state.used) })),
  );
}
