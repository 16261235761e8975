import { DomainError } from "../domain-error.ts";

/** Without this one nobody could administer the book any more. */
export class LastAdminError extends DomainError {
  constructor() {
    super("last-admin", "The last administrator cannot leave. Make somebody else an administrator first.");
  }
}

/** The role of whoever asks is too low for what is asked. */
export class InsufficientRankError extends DomainError {
  constructor() {
    super("insufficient-rank", "This needs a higher role.");
  }
}
