import type { Clock } from "../clock.ts";
import type { MailConfig, MailWay } from "../config/config.ts";
import type { MailTransport } from "./transport.ts";
import { type Mailbox, openMailbox } from "./transports/mailbox.ts";

/** The way out that the settings name; the mailbox is there too where it is the one that people look at. */
export async function openTransport(
  config: MailConfig,
  options: { directory: string; clock: Clock },
): Promise<{ transport: MailTransport; mailbox: Mailbox | undefined }> {
  if (config.kind === "mailbox") {
    const mailbox = openMailbox(options);
    return { transport: mailbox, mailbox };
  }
  const [first, ...others] = await Promise.all(config.ways.map(openWay));
  if (!first) throw new TypeError("Letters need a way out.");
  if (others.length === 0) return { transport: first, mailbox: undefined };
  const { inOrder } = await import("./transports/in-order.ts");
  return { transport: inOrder([first, ...others]), mailbox: undefined };
}

/** One of the ways that the settings name. Loaded on its first use: development never needs it. */
export async function openWay(way: MailWay): Promise<MailTransport> {
  if (way.kind === "smtp") return (await import("./transports/smtp.ts")).createSmtpTransport(way);
  return (await import("./transports/resend.ts")).createResendTransport(way);
}
