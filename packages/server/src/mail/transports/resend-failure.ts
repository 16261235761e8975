import { z } from "zod";
import { DeliveryError, type Mend } from "../errors.ts";

/** What Resend says about a request that it refuses. */
const refusalSchema = z.object({ name: z.string(), message: z.string() });

const mends: Readonly<Record<string, Mend>> = {
  missing_api_key: "credentials",
  invalid_api_key: "credentials",
  restricted_api_key: "credentials",
  invalid_from_address: "sender",
  daily_quota_exceeded: "quota",
  monthly_quota_exceeded: "quota",
};

/** Longer than this is no pause between letters, but a provider that is closed. */
const longestRestMs = 60_000;

/**
 * What an error answer of Resend means for a letter.
 *
 * @see https://resend.com/docs/api-reference/errors
 */
export function readResendRefusal(status: number, headers: Headers, body: string): DeliveryError {
  const parsed = refusalSchema.safeParse(parseJson(body));
  const name = parsed.success ? parsed.data.name : "";
  const message = parsed.success ? parsed.data.message : "";
  const facts = {
    failure: /^[a-z_]{1,40}$/.test(name) ? `resend ${status} ${name}` : `resend ${status}`,
    answer: message || `HTTP ${status}`,
  };
  if (name === "rate_limit_exceeded") {
    return new DeliveryError({ ...facts, blame: "way", retryAfterMs: readRetryAfterMs(headers) });
  }
  // The same letter is being taken at this moment, or was taken before.
  if (status === 409) return new DeliveryError({ ...facts, blame: "letter", uncertain: true });
  if (status === 403 && /domain is not verified|testing emails/.test(message)) {
    return new DeliveryError({ ...facts, blame: "way", mend: "sender" });
  }
  if (/`to`/.test(message)) return new DeliveryError({ ...facts, blame: "recipient", lasting: true });
  if (mends[name] !== undefined || status === 401 || status === 403 || status === 429 || status >= 500) {
    return new DeliveryError({ ...facts, blame: "way", uncertain: status >= 500, mend: mends[name] });
  }
  return new DeliveryError({ ...facts, blame: "letter" });
}

/** The request had no answer: the provider may have it all the same. */
export function readResendSilence(error: unknown): DeliveryError {
  const { name, cause } = error instanceof Error ? error : new Error();
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
  const unreachable = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/;
  return new DeliveryError({
    failure: `resend ${/^\w{1,40}$/.test(code) ? code : "unreachable"}`,
    blame: "way",
    uncertain: !unreachable.test(code),
    answer: code,
  });
}

/** In seconds (RFC 9110, section 10.2.3); Resend counts in whole ones. */
function readRetryAfterMs(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? "1");
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1) * 1000, longestRestMs) : 1000;
}

/** @returns nothing where it is no JSON: whatever stands between may answer */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
