import type { DailyQuota, QuotasConfig } from "../config/config.ts";
import type { RoleTable } from "../roles/roles.ts";
import { quotaRules } from "./policies.ts";
import { quotaNames } from "./quota-names.ts";
import type { Reader } from "./quota-queries.ts";

const unlimited: DailyQuota = { messages: undefined, tokens: undefined };

/** What is not limited need not be counted: nobody waits for its row, and no address is kept for it. */
export function isLimited(quota: DailyQuota): boolean {
  return quotaNames.some((name) => quota[name] !== undefined);
}

/**
 * How much somebody may ask in a day. Only a guest counts with its network, and not where an operator gave the guest
 * a limit of its own.
 */
export function limitsOf(
  reader: Reader,
  config: QuotasConfig,
  roleTable: Pick<RoleTable, "likeOf">,
): { own: DailyQuota; network: DailyQuota } {
  const { isAnonymous, role, messages, tokens } = reader;
  const everybody = isAnonymous ? config.guest : config[roleTable.likeOf(role)];
  return {
    own: { messages: messages ?? everybody.messages, tokens: tokens ?? everybody.tokens },
    network: isAnonymous
      ? {
          messages: messages === null ? config.network.messages : undefined,
          tokens: tokens === null ? config.network.tokens : undefined,
        }
      : unlimited,
  };
}

/** How far the server's day may go for somebody: for guests not into its last part, which is the accounts'. */
export function serverLimitsFor(
  { isAnonymous }: Pick<Reader, "isAnonymous">,
  { server }: QuotasConfig,
): DailyQuota {
  const percent = isAnonymous ? 100 - quotaRules.shareOfAccounts : 100;
  const upTo = (limit: number | undefined) => limit && Math.floor((limit * percent) / 100);
  return { messages: upTo(server.messages), tokens: upTo(server.tokens) };
}
