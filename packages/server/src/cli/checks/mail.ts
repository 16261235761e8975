import type { Terminal } from "@bookplate/messages/terminal";
import { z } from "zod";
import type { MailConfig, MailWay } from "../../config/config.ts";
import { domainOf, readSender } from "../../mail/sender.ts";
import { smtpOptions } from "../../mail/transports/smtp.ts";
import { type Finding, fail, ok } from "./check.ts";

type Sentences = Terminal["doctor"];

const answerTimeoutMs = 8_000;

/** Whether mail servers and providers let us in; no letter is sent. */
export async function checkMail(config: MailConfig, { doctor }: Terminal): Promise<Finding[]> {
  if (config.kind === "mailbox") return [ok("mail", doctor.mailbox)];
  return Promise.all(
    config.ways.map((way) =>
      way.kind === "smtp" ? checkSmtp(way.url.reveal(), doctor) : checkResend(way, config.from, doctor),
    ),
  );
}

async function checkSmtp(url: string, doctor: Sentences): Promise<Finding> {
  const host = URL.parse(url)?.host ?? "";
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    ...smtpOptions(url),
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

const domainsSchema = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) });
const refusalSchema = z.object({ name: z.string(), message: z.string() });

/** A key that may only send cannot look at domains; a test letter shows then what this cannot. */
async function checkResend(
  { apiKey, baseUrl }: Extract<MailWay, { kind: "resend" }>,
  from: string,
  doctor: Sentences,
): Promise<Finding> {
  const host = URL.parse(baseUrl)?.host ?? "";
  const domain = domainOf(readSender(from).address);
  const refused = (reason: string) =>
    fail("mail", doctor.smtpFails({ host, reason }), doctor.smtpFailsWhy, "RESEND_API_KEY=re_…");
  try {
    const answer = await fetch(`${baseUrl}/domains`, {
      headers: { authorization: `Bearer ${apiKey.reveal()}` },
      signal: AbortSignal.timeout(answerTimeoutMs),
      redirect: "error",
    });
    const body: unknown = await answer.json();
    if (!answer.ok) {
      const { data } = refusalSchema.safeParse(body);
      if (data?.name === "restricted_api_key") return ok("mail", doctor.resendSendsOnly({ host }));
      return refused(data?.message ?? `HTTP ${answer.status}`);
    }
    const known = domainsSchema.parse(body).data.find(({ name }) => name === domain);
    if (known?.status === "verified") return ok("mail", doctor.resendFine({ host, domain }));
    return fail(
      "mail",
      doctor.senderNotVerified({ host, domain }),
      doctor.senderNotVerifiedWhy,
      `MAIL_FROM="Your book <book@…>"`,
    );
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}
