import { DomainError } from "../domain-error.ts";

/** Somebody else's by now: another account has claimed it, or it has become an account of its own. */
export class GuestAlreadyClaimedError extends DomainError {
  constructor() {
    super("guest-already-claimed", "What this guest had belongs to an account already.");
  }
}

export class NothingToClaimError extends DomainError {
  constructor() {
    super("not-found", "There is nothing at this address.");
  }
}
