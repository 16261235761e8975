import type { Context } from "hono";
import type { QuotaName } from "../limits/quota-names.ts";
import type { QuotaState } from "../limits/quota-states.ts";
import type { HttpEnv } from "./app-type.ts";

const daySeconds = 24 * 60 * 60;

export interface QuotaLeft {
  readonly quota: QuotaName;
  readonly limit: number;
  readonly remaining: number;
  readonly resetInMs: number;
}

/** What is left of the day's quotas, as draft-ietf-httpapi-ratelimit-headers writes it. */
export function quotaHeaders(quotas: readonly QuotaLeft[]): Record<string, string> {
  if (quotas.length === 0) return {};
  return {
    "ratelimit-policy": quotas.map(({ quota, limit }) => `"${quota}";q=${limit};w=${daySeconds}`).join(", "),
    ratelimit: quotas
      .map(({ quota, remaining, resetInMs }) => `"${quota}";r=${remaining};t=${Math.ceil(resetInMs / 1000)}`)
      .join(", "),
  };
}

/** Tells a reader with the answer how much may still be asked. */
export function announceQuotas(c: Context<HttpEnv>, states: readonly QuotaState[]): void {
  const left = states.map((state) => ({ ...state, remaining: Math.max(0, state.limit - state.used) }));
  for (const [name, value] of Object.entries(quotaHeaders(left))) c.header(name, value, { append: true });
}
