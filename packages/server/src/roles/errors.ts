import { DomainError, ValidationError } from "../domain-error.ts";
import { fieldSentences } from "../problem-codes.ts";

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

/** Neither an id of nobody nor a guest's: a guest is not an account yet. */
export class NoSuchAccountError extends DomainError {
  constructor() {
    super("not-found", "There is no account with this id.");
  }
}

/** This server knows no such role, or not for accounts. */
export class UnknownRoleError extends ValidationError {
  constructor() {
    super([{ field: "role", code: "value-invalid", message: fieldSentences["value-invalid"] }]);
  }
}
