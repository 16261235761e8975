import { terminal } from "@bookplate/messages/terminal";
import { getDomain, parse } from "tldts";
import type { Config } from "../../config/config.ts";
import { type Finding, fail, ok, warn } from "./check.ts";

const { checks } = terminal;
const reachTimeoutMs = 5_000;

/** Registrable domain, counting hosts like github.io as public suffixes, as browsers do. */
const siteOf = (url: string) =>
  getDomain(url, { allowPrivateDomains: true }) ?? URL.parse(url)?.hostname ?? url;

/** Whether a browser keeps the session's cookie, given where the book and the API live. */
export function checkTopology({ publicUrl, bookUrl, allowedOrigins }: Config["http"]): Finding[] {
  const findings: Finding[] = [];
  const { hostname = "", publicSuffix, isPrivate } = parse(bookUrl, { allowPrivateDomains: true });
  const elsewhere = siteOf(bookUrl) !== siteOf(publicUrl);
  if (elsewhere && isPrivate && publicSuffix) {
    findings.push(
      fail(
        "site",
        checks.publicSuffix(hostname ?? "", publicSuffix),
        checks.publicSuffixWhy,
        `PUBLIC_URL=${new URL(bookUrl).origin}`,
      ),
    );
  } else if (elsewhere) {
    findings.push(
      fail(
        "site",
        checks.twoSites(bookUrl, publicUrl),
        checks.twoSitesWhy,
        `PUBLIC_URL=https://accounts.${siteOf(bookUrl)}`,
      ),
    );
  } else findings.push(ok("site", checks.oneSite(bookUrl)));
  for (const origin of allowedOrigins) {
    if (siteOf(origin) === siteOf(publicUrl) || isLoopbackAlias(origin, publicUrl)) continue;
    findings.push(
      warn(
        "site",
        checks.originElsewhere(origin),
        checks.originElsewhereWhy,
        `ALLOWED_ORIGINS=${new URL(bookUrl).origin}`,
      ),
    );
  }
  return findings;
}

/** Development adds these by itself. */
function isLoopbackAlias(origin: string, publicUrl: string): boolean {
  return (
    new URL(publicUrl).hostname === "localhost" && /^https?:\/\/(127\.0\.0\.1|\[::1\])(:|$)/.test(origin)
  );
}

/** Whether the public address leads to a server that can work. */
export async function checkReachable(publicUrl: string): Promise<Finding> {
  const url = `${publicUrl}/readyz`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(reachTimeoutMs) }).catch(() => undefined);
  await answer?.body?.cancel();
  if (answer?.ok) return ok("site", checks.answers(url));
  return warn("site", checks.doesNotAnswer(url), checks.doesNotAnswerWhy, "bookplate serve");
}
