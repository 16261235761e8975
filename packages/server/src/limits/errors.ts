import { DomainError } from "../domain-error.ts";

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
