import type { Clock } from "../clock.ts";
import type { MailConfig } from "../config/config.ts";
import type { MailTransport } from "./transport.ts";
import { type Mailbox, openMailbox } from "./transports/mailbox.ts";

/** The way out that the settings name; the mailbox is there too where it is the one that people look at. */
export async function openTransport(
  config: MailConfig,
  options: { directory: string; clock: Clock },
): Promise<{ transport: MailTransport; mailbox: Mailbox | undefined }> {
  if (config.kind === "mailbox") {
    const mailbox = await openMailbox(options);
    return { transport: mailbox, mailbox };
  }
  // Loaded on its first use: development never needs it.
  const { createSmtpTransport } = await import("./transports/smtp.ts");
  return { transport: createSmtpTransport(config), mailbox: undefined };
}
