import { DomainError } from "../domain-error.ts";

/** Neither an account nor a guest, or a guest that has become part of an account. */
export class UserNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is nobody with this id.");
  }
}
