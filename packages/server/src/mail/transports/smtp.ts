import { createTransport } from "nodemailer";
import type { Secret } from "../../config/secret.ts";
import { AddressRefusedError } from "../errors.ts";
import { letterHeaders, messageId } from "../outgoing-letter.ts";
import { isOneAddress } from "../sender.ts";
import type { MailTransport } from "../transport.ts";

/** Shorter than the time after which a job counts as lost, so that no letter is sent twice at once. */
const attemptLimitMs = 2 * 60_000;

/**
 * Hands letters to a mail server.
 *
 * @param options.url - `smtp://` (with STARTTLS where the server offers it) or `smtps://`, with user and password
 */
export function createSmtpTransport(options: { readonly url: Secret }): MailTransport {
  const transporter = createTransport({
    url: options.url.reveal(),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // Letters are made of strings alone; nothing in them may name a file or an address to load.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send(letter) {
      if (!isOneAddress(letter.to)) throw new AddressRefusedError();
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
    },
    async close() {
      transporter.close();
    },
  };
}
