import { DomainError } from "../domain-error.ts";

/** Somebody else's answer does not exist for you, and a question is nobody's to judge: the same words for all. */
export class AnswerNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such answer.");
  }
}

export class ReportNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no such report.");
  }
}
