import { DomainError, type FieldProblem } from "../../domain-error.ts";
import { GuestWithoutPasskeysError, PasskeyNotFoundError } from "../../passkeys/errors.ts";
import { NativeError } from "./errors.ts";

const known: { readonly [code in DomainError["code"]]?: { status: 400 | 401 | 403 | 422; code: string } } = {
  "invalid-credentials": { status: 401, code: "INVALID_EMAIL_OR_PASSWORD" },
  "token-invalid": { status: 400, code: "INVALID_TOKEN" },
  "email-not-verified": { status: 403, code: "EMAIL_NOT_VERIFIED" },
  "account-banned": { status: 403, code: "BANNED_USER" },
  "passkey-refused": { status: 400, code: "AUTHENTICATION_FAILED" },
  "passkey-unknown": { status: 401, code: "PASSKEY_NOT_FOUND" },
  "provider-address-unverified": { status: 403, code: "EMAIL_NOT_VERIFIED" },
  "email-taken": { status: 422, code: "USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL" },
};

const knownFields: { readonly [code in FieldProblem["code"]]?: string } = {
  "email-invalid": "INVALID_EMAIL",
  "password-too-long": "PASSWORD_TOO_LONG",
  "password-too-short": "PASSWORD_TOO_SHORT",
};

/**
 * A refusal in the words that Better Auth's clients look for; `undefined` where Better Auth has none, and
 * the problem document says it (these clients read its `code`, too).
 */
export function toNativeRefusal(error: unknown) {
  if (error instanceof NativeError) {
    const { status, code, message } = error;
    return { status, body: { code, message } };
  }
  if (error instanceof GuestWithoutPasskeysError) {
    return { status: 401 as const, body: { code: "SESSION_REQUIRED", message: error.message } };
  }
  if (error instanceof PasskeyNotFoundError) {
    return { status: 404 as const, body: { code: "PASSKEY_NOT_FOUND", message: error.message } };
  }
  if (!(error instanceof DomainError)) return undefined;
  const { errors, until, reason } = error.facts;
  const field = errors?.[0];
  if (field) {
    const code = knownFields[field.code] ?? "VALIDATION_ERROR";
    return { status: 400 as const, body: { code, message: `${field.field}: ${field.message}`, errors } };
  }
  const refusal = known[error.code];
  if (!refusal) return undefined;
  const facts = { ...(until && { until: until.toISOString() }), ...(reason !== undefined && { reason }) };
  return { status: refusal.status, body: { code: refusal.code, message: error.message, ...facts } };
}
