import { DeliveryError, type Mend } from "../errors.ts";

/** As nodemailer throws it. */
interface SmtpError extends Error {
  readonly code?: unknown;
  /** Of the system call, where `code` is nodemailer's. */
  readonly originalCode?: unknown;
  /** Of a time-out: which of them. */
  readonly timeoutType?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
}

/** Nobody reads mail there: bad mailbox, bad system, moved, disabled (RFC 3463, sections 3.2 and 3.3). */
const nobodyThere = /^5\.(1\.(1|2|3|6|10)|2\.1)$/;
/** About who we are, not about who it is for: relaying, authentication, policy (RFC 3463, section 3.8). */
const policy = /^[45]\.7\./;

/** Before the letter itself was on its way. */
const beforeTheLetter = new Set(["EDNS", "ETLS", "EAUTH", "ENOAUTH", "EOAUTH2", "ECONFIG", "EPROXY"]);
const connectTimeouts = new Set(["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"]);
const connectRefusals = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"]);
const certificate = /CERT|SELF_SIGNED|ISSUER|ALTNAME/;

/** What an error of the mail client and the mail server means for a letter (RFC 5321, sections 4.2 and 4.5.3). */
export function readSmtpFailure(thrown: unknown): DeliveryError {
  const error = (thrown instanceof Error ? thrown : new Error("unknown")) as SmtpError;
  const response = typeof error.response === "string" ? error.response : "";
  const reply = typeof error.responseCode === "number" ? error.responseCode : undefined;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  const facts = {
    failure: describe([error.code, error.originalCode, reply, status]),
    answer: response || error.message,
  };
  const atRecipient = error.command === "RCPT TO" && reply !== undefined;
  const lasting = reply !== undefined && reply >= 500;

  if (atRecipient && reply !== 421 && !(status && policy.test(status))) {
    const gone = lasting && status !== undefined && nobodyThere.test(status);
    return new DeliveryError({ ...facts, blame: "recipient", lasting, nobodyThere: gone });
  }
  // The server refuses what is in the letter, or this sender's letters to that address.
  if (lasting && (error.command === "DATA" || atRecipient)) {
    return new DeliveryError({ ...facts, blame: "letter", lasting: error.command === "DATA" });
  }
  const unanswered = reply === undefined;
  return new DeliveryError({
    ...facts,
    blame: "way",
    uncertain: unanswered && !endedBeforeTheLetter(error),
    mend: findMend(error),
  });
}

function endedBeforeTheLetter({ code, originalCode: original, timeoutType }: SmtpError): boolean {
  return (
    beforeTheLetter.has(String(code)) ||
    connectTimeouts.has(String(timeoutType)) ||
    connectRefusals.has(String(original)) ||
    certificate.test(String(original))
  );
}

function findMend({ code, originalCode: original, command }: SmtpError): Mend | undefined {
  if (code === "EAUTH" || code === "ENOAUTH" || code === "EOAUTH2") return "credentials";
  if (code === "ETLS" || certificate.test(String(original))) return "encryption";
  if (command === "MAIL FROM") return "sender";
  if (code === "EDNS" || connectRefusals.has(String(original))) return "address";
  return undefined;
}

/** Codes alone: messages are left out, because mail servers repeat addresses and links in them. */
function describe(parts: readonly unknown[]): string {
  const kept = parts.filter(
    (part) => typeof part === "number" || (typeof part === "string" && /^[\w.]{1,40}$/.test(part)),
  );
  return kept.length > 0 ? kept.join(" ") : "unknown failure";
}
