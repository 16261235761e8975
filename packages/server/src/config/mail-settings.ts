import type { MailConfig, MailWay } from "./config.ts";
import type { SettingsReader } from "./reader.ts";
import { Secret } from "./secret.ts";

const smtpExample = "SMTP_URL=smtps://user:password@mail.example.org:465";
const kinds = ["smtp", "resend"] as const;
type Kind = (typeof kinds)[number];
const settingOf: Record<Kind, string> = { smtp: "SMTP_URL", resend: "RESEND_API_KEY" };

/** How letters leave the server; without any way they are caught in the mailbox. */
export function mailConfig(reader: SettingsReader): MailConfig {
  const from = reader.text("MAIL_FROM");
  const ways = inOrder(reader, { smtp: smtpWay(reader), resend: resendWay(reader) });
  const webhookSecret = readWebhookSecret(reader);
  if (ways.length === 0) {
    return { kind: "mailbox", from: from ?? "Bookplate <book@localhost>", webhookSecret };
  }
  if (from === undefined) {
    reader.refuse("MAIL_FROM", (say) => say.noSender, `MAIL_FROM="Your book <book@example.org>"`);
  }
  return { kind: "sent", ways, from: from ?? "", webhookSecret };
}

function smtpWay(reader: SettingsReader): MailWay | undefined {
  const url = reader.text("SMTP_URL");
  if (url === undefined) return undefined;
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? "")) {
    reader.refuse("SMTP_URL", (say) => say.noMailServer, smtpExample);
  }
  return { kind: "smtp", url: new Secret(url) };
}

function resendWay(reader: SettingsReader): MailWay | undefined {
  const apiKey = reader.text("RESEND_API_KEY");
  const baseUrl = reader.url(
    "RESEND_BASE_URL",
    "https://api.resend.com",
    "RESEND_BASE_URL=https://api.resend.com",
  );
  return apiKey === undefined ? undefined : { kind: "resend", apiKey: new Secret(apiKey), baseUrl };
}

/** Those that `MAIL_TRANSPORT` names, in its order; without it SMTP first. */
function inOrder(reader: SettingsReader, given: Record<Kind, MailWay | undefined>): MailWay[] {
  const named = reader.list("MAIL_TRANSPORT");
  const order = named.length > 0 ? named : kinds;
  return order.flatMap((name) => {
    const kind = kinds.find((known) => known === name);
    if (kind === undefined) {
      const choices = kinds.join(", ");
      reader.refuse(
        "MAIL_TRANSPORT",
        (say) => say.notKnown({ value: name, choices }),
        "MAIL_TRANSPORT=smtp,resend",
      );
      return [];
    }
    const way = given[kind];
    if (!way && named.length > 0) {
      const setting = settingOf[kind];
      reader.refuse(
        "MAIL_TRANSPORT",
        (say) => say.transportNotSet({ value: name, setting }),
        kind === "smtp" ? smtpExample : "RESEND_API_KEY=re_…",
      );
    }
    return way ? [way] : [];
  });
}

/** As Resend shows it: base64 behind a prefix. */
function readWebhookSecret(reader: SettingsReader): Secret | undefined {
  const value = reader.text("RESEND_WEBHOOK_SECRET");
  if (value === undefined) return undefined;
  if (!/^whsec_[A-Za-z0-9+/]{24,}={0,2}$/.test(value)) {
    // The value is not repeated: it may be nearly right.
    reader.refuse("RESEND_WEBHOOK_SECRET", (say) => say.noWebhookSecret, "RESEND_WEBHOOK_SECRET=whsec_…");
    return undefined;
  }
  return new Secret(value);
}
