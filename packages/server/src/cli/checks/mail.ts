import type { Terminal } from "@bookplate/messages/terminal";
import type { MailConfig } from "../../config/config.ts";
import { type Finding, fail, ok } from "./check.ts";

const answerTimeoutMs = 8_000;

/** Whether the mail server lets us in; no letter is sent. */
export async function checkMail(config: MailConfig, { doctor }: Terminal): Promise<Finding> {
  if (config.kind === "mailbox") return ok("mail", doctor.mailbox);
  const url = config.url.reveal();
  const host = URL.parse(url)?.host ?? "";
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    url,
    connectionTimeout: answerTimeoutMs,
    greetingTimeout: answerTimeoutMs,
    socketTimeout: answerTimeoutMs,
  });
  try {
    await transport.verify();
    return ok("mail", doctor.smtpFine({ host }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      "mail",
      doctor.smtpFails({ host, reason }),
      doctor.smtpFailsWhy,
      "SMTP_URL=smtps://user:password@mail.example.org:465",
    );
  } finally {
    transport.close();
  }
}
