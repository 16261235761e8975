import type { Logger } from "pino";
import type { DailyQuota } from "../config/config.ts";
import { quotaRules } from "./policies.ts";
import { type QuotaName, quotaNames } from "./quota-names.ts";

/** Tells operators how far the server's day is used: each thing once a day, by each node. */
export function createServerDayLog(log: Pick<Logger, "warn">) {
  let today = "";
  let told = new Set<string>();

  const once = (day: string, what: string, tell: () => void) => {
    if (day !== today) {
      today = day;
      told = new Set();
    }
    if (told.has(what)) return;
    told.add(what);
    tell();
  };

  return {
    used(day: string, use: Readonly<Record<QuotaName, number>>, limits: DailyQuota): void {
      for (const quota of quotaNames) {
        const limit = limits[quota];
        if (limit === undefined || use[quota] * 100 < limit * quotaRules.warnFrom) continue;
        once(day, quota, () =>
          log.warn({ quota, used: use[quota], limit }, "the server's quota of today is nearly used up"),
        );
      }
    },

    refused(day: string, guest: boolean): void {
      const who = guest ? "guests" : "everybody";
      once(day, who, () =>
        log.warn(
          { who },
          "questions are refused until midnight (UTC): the server's quota of today is used up",
        ),
      );
    },
  };
}
