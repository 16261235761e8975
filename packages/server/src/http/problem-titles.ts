import type { ProblemCode } from "../problem-codes.ts";

interface ProblemKind {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly title: string;
  /** The page behind the problem's `type`: what happened and what a developer can do. */
  readonly page: string;
}

/** Status, title and page of every code. A missing entry does not compile. */
export const problemKinds: Record<ProblemCode, ProblemKind> = {
  "account-banned": {
    status: 403,
    title: "This account is banned",
    page: "The password was right, but the account may not sign in. `until` says when the ban ends (absent: never) and `reason` why it was given.",
  },
  "ambiguous-credentials": {
    status: 400,
    title: "More than one refresh token",
    page: "The request carries a refresh token in its cookie and another in its body. Send one of them.",
  },
  "answer-running": {
    status: 409,
    title: "An answer is still being written",
    page: "A conversation has one running answer at a time. Wait until it is complete, then ask again.",
  },
  "body-too-large": {
    status: 413,
    title: "The body is too large",
    page: "Bodies have at most 64 KiB.",
  },
  "database-unavailable": {
    status: 503,
    title: "The database cannot be reached",
    page: "Nothing was changed and nobody was signed out. Try again after the time in `Retry-After`.",
  },
  "email-not-verified": {
    status: 403,
    title: "The address is not verified yet",
    page: "The password was right. Open the letter that was sent to the address, or ask for another with POST /api/v1/auth/verify-email/resend.",
  },
  "email-taken": {
    status: 409,
    title: "The address has an account",
    page: "Only servers that do not verify addresses (EMAIL_VERIFICATION=off) say this; others answer alike for known and unknown addresses.",
  },
  "internal-error": {
    status: 500,
    title: "Something went wrong on the server",
    page: "This is a fault of the server, not of the request. Its log has the details under the `requestId` of the answer.",
  },
  "invalid-credentials": {
    status: 401,
    title: "The address or the password is wrong",
    page: "The same answer for an unknown address, a wrong password and an account without a password, so that nobody learns who has an account.",
  },
  "malformed-json": {
    status: 400,
    title: "The body is not JSON",
    page: "Bodies are JSON objects in UTF-8.",
  },
  "method-not-allowed": {
    status: 405,
    title: "This address knows other methods",
    page: "The `Allow` header lists the methods that this address has.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here",
    page: "No such address, or nothing of yours has this id. What belongs to somebody else looks the same as what does not exist.",
  },
  "origin-not-allowed": {
    status: 403,
    title: "This origin may not do that",
    page: "The `Origin` header is missing where the refresh cookie acts, or names an origin that is not in ALLOWED_ORIGINS. Origins are compared exactly.",
  },
  "password-needed": {
    status: 409,
    title: "A password is needed to verify here",
    page: "The letter was opened in another browser than the one that registered. Send the `password` of that registration, or a `newPassword`. The token stays good.",
  },
  "refresh-invalid": {
    status: 401,
    title: "The session cannot be continued",
    page: "There is no refresh token, it is not one of ours, or its session has ended. Sign in again.",
  },
  "refresh-reused": {
    status: 401,
    title: "An old refresh token was used again",
    page: "A refresh token that had long been replaced came back, so somebody has a copy. This session has ended; other devices stay signed in; the owner was told by letter.",
  },
  "server-busy": {
    status: 503,
    title: "Too many passwords are being checked",
    page: "Checking passwords is deliberately slow, and the queue is full. Try again after the time in `Retry-After`.",
  },
  "session-ended": {
    status: 401,
    title: "The session has ended",
    page: "It was signed out, or ended by a ban, a deletion or a change of password. Sign in again.",
  },
  "token-expired": {
    status: 401,
    title: "The access token has expired",
    page: "Access tokens live a few minutes. Call POST /api/v1/auth/refresh and repeat the request.",
  },
  "token-invalid": {
    status: 400,
    title: "This token cannot be used",
    page: "Unknown, used, expired and foreign tokens are answered alike. Ask for another letter.",
  },
  "token-stale": {
    status: 401,
    title: "The access token is out of date",
    page: "The role of the account has changed since the token was made. Call POST /api/v1/auth/refresh and repeat the request.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    page: "Wait as `Retry-After` says; the next request passes then. `RateLimit-Policy` and `RateLimit` name the limit.",
  },
  unauthenticated: {
    status: 401,
    title: "A valid access token is needed",
    page: "Send `Authorization: Bearer <access token>`, once. The token is missing, malformed or not one of this server's.",
  },
  "unsupported-media-type": {
    status: 415,
    title: "Bodies are application/json",
    page: "Send `Content-Type: application/json`, with `charset=utf-8` or none.",
  },
  "validation-failed": {
    status: 422,
    title: "The request cannot be accepted as it is",
    page: "`errors` lists the fields with a code each. Unknown fields are refused, too.",
  },
};
