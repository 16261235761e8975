import { DomainError } from "../domain-error.ts";
import type { LimitKey, Policy } from "./policies.ts";
import type { QuotaName, QuotaScope } from "./quota-names.ts";

const tooMuchOf: Readonly<Record<LimitKey, string>> = {
  address: "Too many requests of this kind from this address.",
  "wide-address": "Too many requests of this kind from this network.",
  account: "Too many requests of this kind by this account.",
  identifier: "Too many requests of this kind for this account.",
  "identifier-address": "Too many requests of this kind for this account from this address.",
  device: "Too many requests of this kind from this device.",
  recipient: "Too many letters to this address.",
  server: "Too many requests of this kind by everybody together.",
};

export interface SpentLimit {
  readonly policy: Pick<Policy, "points" | "windowSeconds" | "key"> & { readonly name: string };
  readonly resetAt: Date;
  readonly retryAfterMs: number;
}

/** A limit is used up; waiting as it says is enough. */
export class TooManyRequestsError extends DomainError {
  constructor({ policy, resetAt, retryAfterMs }: SpentLimit) {
    super("too-many-requests", tooMuchOf[policy.key], {
      policy,
      limit: policy.points,
      remaining: 0,
      resetAt,
      retryAfterMs,
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
