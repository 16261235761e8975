import { english } from "@bookplate/messages/problem-pages";

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
  "flow-invalid",
  "guest-already-claimed",
  "insufficient-rank",
  "internal-error",
  "invalid-credentials",
  "invitation-invalid",
  "invitation-needed",
  "last-admin",
  "last-sign-in-method",
  "malformed-json",
  "method-not-allowed",
  "not-found",
  "origin-not-allowed",
  "passkey-refused",
  "passkey-unknown",
  "password-needed",
  "provider-address-unverified",
  "provider-failed",
  "provider-linked-elsewhere",
  "provider-not-linked",
  "provider-refused",
  "quota-exceeded",
  "refresh-invalid",
  "refresh-reused",
  "server-busy",
  "session-ended",
  "sign-up-closed",
  "step-up-required",
  "token-expired",
  "token-invalid",
  "token-stale",
  "too-many-bookmarks",
  "too-many-requests",
  "unauthenticated",
  "unsupported-media-type",
  "validation-failed",
  "verification-unavailable",
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** What can be wrong with one field of a form. */
export const fieldCodes = [
  "email-domain-refused",
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
export const fieldSentences: Record<FieldCode, string> = english.fields;
