import { DomainError, ValidationError } from "../domain-error.ts";

/** Somebody else's conversation does not exist for you: the same words for both. */
export class ConversationNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such conversation.");
  }
}

/** As with conversations. */
export class MessageNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such message.");
  }
}

export class AnswerRunningError extends DomainError {
  constructor() {
    super("answer-running", "An answer in this conversation is still being written.");
  }
}

/** A client's id names one question for good. */
export class OtherQuestionError extends ValidationError {
  constructor() {
    super([{ field: "id", code: "value-invalid", message: "Another question was asked under this id." }]);
  }
}

/** Another node, or the next process, takes the question. */
export class ClosingError extends DomainError {
  constructor() {
    super("server-busy", "The server is about to stop.", { retryAfterMs: 5_000 });
  }
}
