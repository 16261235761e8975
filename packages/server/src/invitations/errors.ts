import { DomainError } from "../domain-error.ts";

/** Unknown, used, expired, withdrawn, for another address, or from somebody who may not invite any more: all alike. */
export class InvitationInvalidError extends DomainError {
  constructor() {
    super("invitation-invalid", "This invitation cannot be used.");
  }
}

export class InvitationNeededError extends DomainError {
  constructor() {
    super("invitation-needed", "New accounts are made by invitation.");
  }
}

/** Nobody, or nobody with this address, can make an account. */
export class SignUpClosedError extends DomainError {
  constructor() {
    super("sign-up-closed", "No account can be made with this.");
  }
}

export class InvitationNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is nothing at this address.");
  }
}
