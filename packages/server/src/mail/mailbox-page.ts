import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface MailboxPage {
  readonly html: string;
  readonly contentSecurityPolicy: string;
}

/** The mailbox as one page that loads nothing besides the letters. */
export function buildMailboxPage(): MailboxPage {
  const part = (name: string) => readFileSync(join(import.meta.dirname, "mailbox-page", name), "utf8");
  const html = part("page.html")
    .replace("/* style.css */", () => part("style.css"))
    .replace("/* script.js */", () => part("script.js"));
  // Taken from the finished page: every character between the tags counts, spaces too.
  const script = html.slice(html.indexOf("<script>") + "<script>".length, html.lastIndexOf("</script>"));
  const scriptHash = createHash("sha256").update(script).digest("base64");
  return {
    html,
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'sha256-${scriptHash}'`,
      // A letter in its frame inherits this policy, and letters are styled in place.
      "style-src 'unsafe-inline'",
      "img-src data:",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  };
}
