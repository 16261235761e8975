import { defaultQuotas } from "../limits/policies.ts";
import type { DailyQuota, QuotasConfig } from "./config.ts";
import type { SettingsReader } from "./reader.ts";

type QuotaSetting =
  | "QUOTA_GUEST"
  | "QUOTA_NETWORK"
  | "QUOTA_USER"
  | "QUOTA_MODERATOR"
  | "QUOTA_ADMIN"
  | "QUOTA_SERVER";

const unlimited: DailyQuota = { messages: undefined, tokens: undefined };

/**
 * Who may ask how much. A network has what one guest has, moderators and administrators what every account has,
 * unless they have settings of their own. `LIMITS=off` takes away the quotas that nobody has written down.
 */
export function quotasConfig(reader: SettingsReader, { limits }: { limits: "on" | "off" }): QuotasConfig {
  const unset = (name: keyof typeof defaultQuotas) =>
    limits === "on" ? parseQuota(defaultQuotas[name]) : undefined;
  const read = (name: QuotaSetting, otherwise: DailyQuota | undefined, example: string): DailyQuota => {
    const value = reader.text(name);
    const quota = value === undefined ? otherwise : parseQuota(value);
    if (quota !== undefined) return quota;
    if (value !== undefined) reader.refuse(name, (say) => say.noQuota({ value }), `${name}=${example}`);
    return unlimited;
  };
  const guest = read("QUOTA_GUEST", unset("QUOTA_GUEST"), defaultQuotas.QUOTA_GUEST);
  const user = read("QUOTA_USER", unset("QUOTA_USER"), defaultQuotas.QUOTA_USER);
  return {
    guest,
    network: read("QUOTA_NETWORK", guest, "60/d"),
    user,
    moderator: read("QUOTA_MODERATOR", user, "500/d"),
    admin: read("QUOTA_ADMIN", user, "none"),
    server: read("QUOTA_SERVER", unset("QUOTA_SERVER"), "5000/d,20000000t/d"),
  };
}

/** `20/d` questions, `500000t/d` tokens, both with a comma between them, or `none`; nine digits at the most. */
function parseQuota(value: string): DailyQuota | undefined {
  if (value === "none") return unlimited;
  const parts = value.split(",").map((part) => /^(\d{1,9})(t?)\/d$/.exec(part.trim()));
  const counts = new Map(parts.map((match) => [match?.[2] === "t" ? "tokens" : "messages", match?.[1]]));
  if (parts.some((match) => match === null) || counts.size < parts.length) return undefined;
  const limitOf = (name: keyof DailyQuota) => (counts.has(name) ? Number(counts.get(name)) : undefined);
  return { messages: limitOf("messages"), tokens: limitOf("tokens") };
}
