import type { QuotaUsage } from "../shapes.ts";
import { type Api, accepted } from "./api.ts";

export interface UsageCalls {
  /** How much of each quota the reader has used, and when it begins anew. */
  readonly list: () => Promise<QuotaUsage[]>;
}

export const createUsageCalls = ({ signed }: Api): UsageCalls => ({
  list: async () => accepted(await signed.GET("/me/usage")).items,
});
