import { DomainError } from "../domain-error.ts";

export class InvalidCodeError extends DomainError {
  constructor() {
    super("invalid-credentials", "The code is wrong, or was used before.");
  }
}

/** Codes were guessed: for a while no code counts, not even a right one. Nothing else is locked. */
export class SecondFactorRestsError extends DomainError {
  constructor(rest: { points: number; until: Date; now: Date }) {
    super("too-many-requests", "Too many wrong codes were shown for this account.", {
      limit: rest.points,
      remaining: 0,
      resetAt: rest.until,
      retryAfterMs: rest.until.getTime() - rest.now.getTime(),
    });
  }
}

export class NoSecondFactorError extends DomainError {
  constructor() {
    super("not-found", "This account has no second factor.");
  }
}

export class TrustedDeviceNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no trusted device with this id.");
  }
}
