import { DomainError } from "../domain-error.ts";

/**
 * The authenticator's answer counts for nothing: a challenge that is used up or somebody else's, another site, a
 * signature that does not fit, a user who was not verified.
 */
export class PasskeyRefusedError extends DomainError {
  constructor(cause?: unknown) {
    super("passkey-refused", "The authenticator's answer cannot be accepted.", {}, { cause });
  }
}

/** Nobody here has this passkey; the browser may forget it. */
export class PasskeyUnknownError extends DomainError {
  constructor() {
    super("passkey-unknown", "No account has this passkey.");
  }
}

export class PasskeyNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no passkey with this id.");
  }
}

/** A guest has nothing that a passkey could open. */
export class GuestWithoutPasskeysError extends DomainError {
  constructor() {
    super("not-found", "A guest has no passkeys: register first.");
  }
}
