import { DomainError } from "../domain-error.ts";
import type { QuotaName, QuotaScope } from "./quota-names.ts";

export class TooManyRequestsError extends DomainError {
  constructor(limit: { points: number; resetAt: Date; retryAfterMs: number }) {
    super("too-many-requests", "Too many requests of this kind from this address.", {
      limit: limit.points,
      remaining: 0,
      resetAt: limit.resetAt,
      retryAfterMs: limit.retryAfterMs,
    });
  }
}

const spentBy: Readonly<Record<QuotaScope, string>> = {
  guest: "Guests at this address have asked as much as they may today. An account may ask more.",
  user: "This account has asked as much as it may today.",
  server: "Everybody together has asked as much as this book answers in a day.",
};

/** Nothing was stored and no model was asked. */
export class QuotaExceededError extends DomainError {
  constructor(quota: {
    quota: QuotaName;
    scope: QuotaScope;
    limit: number;
    remaining: number;
    resetAt: Date;
    retryAfterMs: number;
  }) {
    super("quota-exceeded", spentBy[quota.scope], quota);
  }
}

/** Neither an account nor a guest, or a guest that has become part of an account. */
export class ReaderNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such reader.");
  }
}
