import { getDomain, parse } from "tldts";
import { isLoopbackHost } from "./addresses.ts";
import type { Config } from "./config.ts";
import type { SettingsReader } from "./reader.ts";

/** What development never does: be reachable from elsewhere, because it shows every letter to whoever asks. */
export function refuseInDevelopment(reader: SettingsReader, config: Config): void {
  if (!isLoopbackHost(config.http.host)) {
    reader.refuse(
      "HOST",
      (say) => say.reachable({ value: config.http.host }),
      "HOST=127.0.0.1",
      "BOOKPLATE_ENV=production",
    );
  }
  for (const [setting, url] of [
    ["PUBLIC_URL", config.http.publicUrl],
    ["BOOK_URL", config.http.bookUrl],
  ] as const) {
    const hostname = URL.parse(url)?.hostname;
    if (hostname === undefined || isLoopbackHost(hostname)) continue;
    reader.refuse(
      setting,
      (say) => say.publicAddress({ value: url }),
      `${setting}=http://localhost:${config.http.port}`,
      "BOOKPLATE_ENV=production",
    );
  }
}

/** What production never starts with. Each refusal says what, why and the line to write. */
export function refuseInProduction(reader: SettingsReader, config: Config): void {
  const { publicUrl, bookUrl } = config.http;
  if (!publicUrl.startsWith("https://")) {
    reader.refuse(
      "PUBLIC_URL",
      (say) => say.notHttps({ value: publicUrl }),
      "PUBLIC_URL=https://book.example.org",
    );
  }
  if (!bookUrl.startsWith("https://")) {
    reader.refuse(
      "BOOK_URL",
      (say) => say.bookNotHttps({ value: bookUrl }),
      "BOOK_URL=https://book.example.org",
    );
  }
  if (!sameSite(publicUrl, bookUrl)) refuseOtherSite(reader, { publicUrl, bookUrl });
  if (config.mail.kind === "mailbox") {
    reader.refuse(
      "SMTP_URL",
      (say) => say.noMail,
      "SMTP_URL=smtps://user:password@mail.example.org:465",
      "RESEND_API_KEY=re_…",
    );
  }
  if (config.limits === "off") {
    reader.refuse("LIMITS", (say) => say.limitsOff, "LIMITS=on");
  }
}

function refuseOtherSite(
  reader: SettingsReader,
  { publicUrl, bookUrl }: Pick<Config["http"], "publicUrl" | "bookUrl">,
): void {
  const here = `PUBLIC_URL=${new URL(bookUrl).origin}`;
  const { isPrivate, publicSuffix } = parse(bookUrl, { allowPrivateDomains: true });
  // Nobody can name a sibling there: the only address on the book's site is its own.
  if (isPrivate && publicSuffix) {
    reader.refuse("BOOK_URL", (say) => say.sharedHost({ value: bookUrl, suffix: publicSuffix }), here);
    return;
  }
  reader.refuse(
    "BOOK_URL",
    (say) => say.otherSite({ value: bookUrl, api: publicUrl }),
    `PUBLIC_URL=https://accounts.${siteOf(bookUrl)}`,
    here,
  );
}

/** Registrable domain with private suffixes: two readers' pages on github.io are two sites. */
export function siteOf(url: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? URL.parse(url)?.hostname ?? url;
}

function sameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}
