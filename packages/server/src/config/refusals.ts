import { getDomain } from "tldts";
import { isLoopbackHost } from "./addresses.ts";
import type { Config } from "./config.ts";
import type { SettingsReader } from "./reader.ts";

/** What development never does: be reachable from elsewhere, because it shows every letter to whoever asks. */
export function refuseInDevelopment(reader: SettingsReader, config: Config): void {
  const why = "development shows letters and answers without hardening; it must stay on this machine";
  if (!isLoopbackHost(config.http.host)) {
    reader.refuse(
      "HOST",
      `"${config.http.host}" is reachable from elsewhere`,
      why,
      "HOST=127.0.0.1, or BOOKPLATE_ENV=production",
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
      `"${url}" is a public address`,
      why,
      `${setting}=http://localhost:${config.http.port}, or BOOKPLATE_ENV=production`,
    );
  }
}

/** What production never starts with. Each refusal says what, why and the line to write. */
export function refuseInProduction(reader: SettingsReader, config: Config): void {
  const { publicUrl, bookUrl } = config.http;
  if (!publicUrl.startsWith("https://")) {
    reader.refuse(
      "PUBLIC_URL",
      `"${publicUrl}" is not https`,
      "cookies and tokens would travel in the open",
      "PUBLIC_URL=https://book.example.org",
    );
  }
  if (!bookUrl.startsWith("https://")) {
    reader.refuse(
      "BOOK_URL",
      `"${bookUrl}" is not https`,
      "links in letters carry tokens there",
      "BOOK_URL=https://book.example.org",
    );
  }
  if (!sameSite(publicUrl, bookUrl)) {
    reader.refuse(
      "BOOK_URL",
      `"${bookUrl}" is on another site than "${publicUrl}"`,
      "browsers drop cookies across sites, so readers would be signed out at every reload",
      `PUBLIC_URL=https://accounts.${siteOf(bookUrl)}, or serve the API under the book's own address`,
    );
  }
  if (config.mail.kind === "mailbox") {
    reader.refuse(
      "SMTP_URL",
      "is missing",
      "nobody could verify an address",
      "SMTP_URL=smtps://user:password@mail.example.org:465",
    );
  }
  if (config.limits === "off") {
    reader.refuse("LIMITS", `"off" is for tests`, "passwords could be guessed without end", "LIMITS=on");
  }
}

/** Registrable domain with private suffixes: two readers' pages on github.io are two sites. */
function siteOf(url: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? URL.parse(url)?.hostname ?? url;
}

function sameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}
