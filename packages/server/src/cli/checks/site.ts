import type { Terminal } from "@bookplate/messages/terminal";
import type { Config } from "../../config/config.ts";
import { siteOf } from "../../config/refusals.ts";
import { type Finding, ok, warn } from "./check.ts";

const reachTimeoutMs = 5_000;

/** Loading has refused a book on another site; what is left are origins that cannot keep a cookie. */
export function checkTopology(
  { publicUrl, bookUrl, allowedOrigins }: Config["http"],
  { doctor }: Terminal,
): Finding[] {
  const findings: Finding[] = [ok("site", doctor.oneSite({ url: bookUrl }))];
  for (const origin of allowedOrigins) {
    if (siteOf(origin) === siteOf(publicUrl) || isLoopbackAlias(origin, publicUrl)) continue;
    findings.push(
      warn(
        "site",
        doctor.originElsewhere({ origin }),
        doctor.originElsewhereWhy,
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
export async function checkReachable(publicUrl: string, { doctor }: Terminal): Promise<Finding> {
  const url = `${publicUrl}/readyz`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(reachTimeoutMs) }).catch(() => undefined);
  await answer?.body?.cancel();
  if (answer?.ok) return ok("site", doctor.answers({ url }));
  return warn("site", doctor.doesNotAnswer({ url }), doctor.doesNotAnswerWhy, "bookplate serve");
}
