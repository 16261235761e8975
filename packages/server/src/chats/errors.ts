import { DomainError } from "../domain-error.ts";

/** Somebody else's conversation does not exist for you: the same words for both. */
export class ConversationNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such conversation.");
  }
}

export class AnswerRunningError extends DomainError {
  constructor() {
    super("answer-running", "An answer in this conversation is still being written.");
  }
}
