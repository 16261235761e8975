import { z } from "zod";
import type { Secret } from "../../config/secret.ts";
import { version } from "../../version.ts";
import { addressRefused } from "../errors.ts";
import { letterHeaders, type OutgoingLetter } from "../outgoing-letter.ts";
import { isOneAddress } from "../sender.ts";
import type { MailTransport } from "../transport.ts";
import { parseJson, readResendRefusal, readResendSilence } from "./resend-failure.ts";

const answerTimeoutMs = 30_000;

/** The tag that reports about a letter name it by. */
export const letterTag = "bookplate_letter";

const acceptedSchema = z.object({ id: z.string() });

/**
 * Hands letters to Resend.
 *
 * @see https://resend.com/docs/api-reference/emails/send-email
 */
export function createResendTransport(options: {
  readonly apiKey: Secret;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}): MailTransport {
  const { apiKey, baseUrl, timeoutMs = answerTimeoutMs } = options;

  return {
    async send(letter) {
      if (!isOneAddress(letter.to)) throw addressRefused();
      let answer: Response;
      let body: string;
      try {
        answer = await fetch(`${baseUrl}/emails`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${apiKey.reveal()}`,
            "content-type": "application/json",
            // Whatever was taken under this key in the last 24 hours is not sent again.
            "idempotency-key": letter.id,
            "user-agent": `bookplate/${version}`,
          },
          body: JSON.stringify(toRequest(letter)),
          signal: AbortSignal.timeout(timeoutMs),
          redirect: "error",
        });
        body = await answer.text();
      } catch (error) {
        throw readResendSilence(error);
      }
      // Under this key another version of the letter was taken, for instance by a server before its update.
      if (answer.status === 409 && body.includes("invalid_idempotent_request")) return { sentBy: "resend" };
      if (!answer.ok) throw readResendRefusal(answer.status, answer.headers, body);
      const accepted = acceptedSchema.safeParse(parseJson(body));
      return { sentBy: "resend", ...(accepted.success && { providerId: accepted.data.id }) };
    },
    async close() {},
  };
}

function toRequest(letter: OutgoingLetter) {
  const { from, to, subject, html, text, id, kind } = letter;
  return {
    from: from.name === "" ? from.address : `${quote(from.name)} <${from.address}>`,
    to: [to],
    subject,
    html,
    text,
    headers: letterHeaders(letter),
    tags: [
      { name: letterTag, value: id },
      { name: "kind", value: kind },
    ],
  };
}

/** RFC 5322, section 3.2.4. */
function quote(name: string): string {
  return `"${name.replaceAll(/(["\\])/g, "\\$1")}"`;
}
