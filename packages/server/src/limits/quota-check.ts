import type { DailyQuota, QuotasConfig } from "../config/config.ts";
import { ConfigError } from "../config/problems.ts";

const settings = {
  guest: "QUOTA_GUEST",
  network: "QUOTA_NETWORK",
  user: "QUOTA_USER",
  moderator: "QUOTA_MODERATOR",
  admin: "QUOTA_ADMIN",
  server: "QUOTA_SERVER",
} as const;

/** A number of answers that makes a quota worth having. */
const sensibleAnswers = 20;

/**
 * What an answer may cost is reserved before a model is asked: a quota below that would refuse every question. One
 * that allows nothing at all is meant.
 *
 * @param tokenCeiling - what one answer may cost at the most
 * @throws {ConfigError}
 */
export function requireAnswerable(quotas: QuotasConfig, tokenCeiling: number): void {
  const names = Object.keys(settings) as (keyof typeof settings)[];
  const tooLow = new Set<DailyQuota>();
  const problems = names.flatMap((name) => {
    const quota = quotas[name];
    const { messages, tokens } = quota;
    // Roles and networks have the quota of somebody else where nobody wrote one for them.
    if (!tokens || tokens >= tokenCeiling || tooLow.has(quota)) return [];
    tooLow.add(quota);
    const enough = `${tokenCeiling * sensibleAnswers}t/d`;
    const line = `${settings[name]}=${messages === undefined ? enough : `${messages}/d,${enough}`}`;
    const given = { value: `${tokens}t/d`, least: tokenCeiling };
    return [{ setting: settings[name], say: (say: Say) => say.quotaTooLow(given), write: [line] }];
  });
  if (problems.length > 0) throw new ConfigError(problems);
}

type Say = Parameters<ConstructorParameters<typeof ConfigError>[0][number]["say"]>[0];
