import type { QuotaUsage } from "@bookplate/client";

/** Questions left from which the reader is told how many. */
const FEW = 5;
/** Share of a quota left from which the reader is told. */
const LITTLE = 0.2;

/** The quota of which least is left, once that is little; `null` while there is plenty of everything. */
export function tightest(usage: readonly QuotaUsage[]): QuotaUsage | null {
  const share = ({ used, limit }: QuotaUsage) => (limit - used) / limit;
  const isTight = (quota: QuotaUsage) =>
    share(quota) <= LITTLE || (quota.quota === "messages" && quota.limit - quota.used <= FEW);
  return usage.filter(isTight).sort((one, other) => share(one) - share(other))[0] ?? null;
}
