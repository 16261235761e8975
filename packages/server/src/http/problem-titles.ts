import { english } from "@bookplate/messages/problem-pages";
import type { ProblemCode } from "../problem-codes.ts";

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
}

const kind = (status: ProblemKind["status"], code: ProblemCode): ProblemKind => ({
  status,
  title: english.problems[code].title,
});

/** Status and title of every code; what its page says is in the catalogues. A missing entry does not compile. */
export const problemKinds: Record<ProblemCode, ProblemKind> = {
  "account-banned": kind(403, "account-banned"),
  "ambiguous-credentials": kind(400, "ambiguous-credentials"),
  "answer-running": kind(409, "answer-running"),
  "body-too-large": kind(413, "body-too-large"),
  "database-unavailable": kind(503, "database-unavailable"),
  "email-not-verified": kind(403, "email-not-verified"),
  "email-taken": kind(409, "email-taken"),
  "flow-invalid": kind(400, "flow-invalid"),
  "guest-already-claimed": kind(409, "guest-already-claimed"),
  "insufficient-rank": kind(403, "insufficient-rank"),
  "internal-error": kind(500, "internal-error"),
  "invalid-credentials": kind(401, "invalid-credentials"),
  "invitation-invalid": kind(400, "invitation-invalid"),
  "invitation-needed": kind(403, "invitation-needed"),
  "last-admin": kind(409, "last-admin"),
  "last-sign-in-method": kind(409, "last-sign-in-method"),
  "malformed-json": kind(400, "malformed-json"),
  "method-not-allowed": kind(405, "method-not-allowed"),
  "not-found": kind(404, "not-found"),
  "origin-not-allowed": kind(403, "origin-not-allowed"),
  "passkey-refused": kind(400, "passkey-refused"),
  "passkey-unknown": kind(401, "passkey-unknown"),
  "password-needed": kind(409, "password-needed"),
  "provider-address-unverified": kind(403, "provider-address-unverified"),
  "provider-failed": kind(503, "provider-failed"),
  "provider-linked-elsewhere": kind(409, "provider-linked-elsewhere"),
  "provider-not-linked": kind(409, "provider-not-linked"),
  "provider-refused": kind(403, "provider-refused"),
  "quota-exceeded": kind(429, "quota-exceeded"),
  "refresh-invalid": kind(401, "refresh-invalid"),
  "refresh-reused": kind(401, "refresh-reused"),
  "server-busy": kind(503, "server-busy"),
  "session-ended": kind(401, "session-ended"),
  "sign-up-closed": kind(403, "sign-up-closed"),
  "step-up-required": kind(403, "step-up-required"),
  "token-expired": kind(401, "token-expired"),
  "token-invalid": kind(400, "token-invalid"),
  "token-stale": kind(401, "token-stale"),
  "too-many-bookmarks": kind(409, "too-many-bookmarks"),
  "too-many-requests": kind(429, "too-many-requests"),
  unauthenticated: kind(401, "unauthenticated"),
  "unsupported-media-type": kind(415, "unsupported-media-type"),
  "validation-failed": kind(422, "validation-failed"),
  "verification-unavailable": kind(503, "verification-unavailable"),
};
