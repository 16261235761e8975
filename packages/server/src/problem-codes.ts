/**
 * Every way a request can be refused, as clients see it: closed, kebab-case, one page each.
 * The domain throws these codes; only `http/` knows their statuses.
 */
export const problemCodes = [
  "account-banned",
  "ambiguous-credentials",
  "answer-running",
  "body-too-large",
  "database-unavailable",
  "email-not-verified",
  "email-taken",
  "internal-error",
  "invalid-credentials",
  "malformed-json",
  "method-not-allowed",
  "not-found",
  "origin-not-allowed",
  "password-needed",
  "refresh-invalid",
  "refresh-reused",
  "server-busy",
  "session-ended",
  "token-expired",
  "token-invalid",
  "token-stale",
  "too-many-requests",
  "unauthenticated",
  "unsupported-media-type",
  "validation-failed",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What can be wrong with one field of a form. */
export const fieldCodes = [
  "email-invalid",
  "field-required",
  "field-unknown",
  "name-required",
  "name-too-long",
  "password-breached",
  "password-too-long",
  "password-too-short",
  "password-too-weak",
  "value-invalid",
] as const;

export type FieldCode = (typeof fieldCodes)[number];

/** For developers reading an answer; readers get the catalogue's sentence for the code. */
export const fieldSentences: Record<FieldCode, string> = {
  "email-invalid": "This is not an address that letters can be sent to.",
  "field-required": "This field is required.",
  "field-unknown": "This field does not exist here.",
  "name-required": "A name is required.",
  "name-too-long": "A name has at most 80 characters.",
  "password-breached": "The password is in a list of passwords that are common or have leaked.",
  "password-too-long": "A password has at most 256 characters.",
  "password-too-short": "The password is shorter than this server accepts.",
  "password-too-weak": "The password is too easy to guess.",
  "value-invalid": "This value is not allowed here.",
};
