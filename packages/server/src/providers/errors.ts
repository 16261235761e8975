import { DomainError } from "../domain-error.ts";

/** Nobody answered, or too late, or with a failure of its own: another try may help. */
export class ProviderUnreachableError extends DomainError {
  constructor(options?: ErrorOptions) {
    super("provider-failed", "The provider did not answer as it should.", {}, options);
  }
}

/** What came back cannot be believed. */
export class ProviderAnswerError extends DomainError {
  constructor(detail: string, options?: ErrorOptions) {
    super("provider-failed", detail, {}, options);
  }
}

/** The reader, or the provider, said no. */
export class ProviderRefusedError extends DomainError {
  constructor() {
    super("provider-refused", "The sign-in was not completed at the provider.");
  }
}

/** Unknown, used, expired, begun by another browser: alike. */
export class FlowInvalidError extends DomainError {
  constructor() {
    super("flow-invalid", "This sign-in was begun elsewhere, is over, or took too long.");
  }
}

/** No account by an address that the provider does not vouch for; whether it has one here is not looked up. */
export class AddressNotVouchedError extends DomainError {
  constructor() {
    super("provider-address-unverified", "The provider does not vouch for an address.");
  }
}

/** Accounts are linked by their owner, signed in, and never because addresses are equal. */
export class ProviderNotLinkedError extends DomainError {
  constructor() {
    super("provider-not-linked", "Sign in another way first, then link the provider.");
  }
}

export class LinkedElsewhereError extends DomainError {
  constructor() {
    super("provider-linked-elsewhere", "This account of the provider belongs to another account here.");
  }
}

export class ProviderNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is nothing at this address.");
  }
}
