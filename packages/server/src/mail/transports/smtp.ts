import { createTransport } from "nodemailer";
import { isLoopbackHost } from "../../config/addresses.ts";
import type { Secret } from "../../config/secret.ts";
import { addressRefused } from "../errors.ts";
import { letterHeaders, messageId } from "../outgoing-letter.ts";
import { isOneAddress } from "../sender.ts";
import { attemptLimitMs, type MailTransport } from "../transport.ts";
import { readSmtpFailure } from "./smtp-failure.ts";

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/**
 * How a mail server is spoken to. With `smtp://` the connection becomes an encrypted one (STARTTLS) where the server
 * offers it; before a password is sent to another machine it has to.
 *
 * @param url - `smtp://` or `smtps://`, with user and password; its parameters go to nodemailer
 */
export function smtpOptions(url: string) {
  const { protocol, username, hostname } = new URL(url);
  return {
    url,
    ...(protocol === "smtp:" && username !== "" && !isLoopbackHost(hostname) && { requireTLS: true }),
    // Letters are made of strings alone; nothing in them may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Hands letters to a mail server, over a few connections that stay open between letters. */
export function createSmtpTransport(options: { readonly url: Secret }): MailTransport {
  const transporter = createTransport({
    ...smtpOptions(options.url.reveal()),
    ...patience,
    pool: true,
    maxConnections: 5,
    maxMessages: 100,
  });

  return {
    async send(letter) {
      if (!isOneAddress(letter.to)) throw addressRefused();
      try {
        await transporter.sendMail({
          // Objects and an explicit envelope: nothing is parsed, so one recipient stays one.
          from: { name: letter.from.name, address: letter.from.address },
          to: { name: "", address: letter.to },
          envelope: { from: letter.from.address, to: [letter.to] },
          messageId: messageId(letter),
          headers: letterHeaders(letter),
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          signal: AbortSignal.timeout(attemptLimitMs),
        });
      } catch (error) {
        throw readSmtpFailure(error);
      }
      return { sentBy: "smtp" };
    },
    async close() {
      transporter.close();
    },
  };
}
