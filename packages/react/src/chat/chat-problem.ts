import type { ProblemError } from "@bookplate/client";
import type { ChatProblemCode } from "@bookplate/messages/chat";

/** Something that the reader is told: by code, with the moment from which it may work again. */
export interface ChatProblem {
  readonly code: ChatProblemCode;
  readonly until: Date | null;
}

const worded: Readonly<Record<string, ChatProblemCode>> = {
  "too-many-requests": "too-many-requests",
  "quota-exceeded": "quota-exceeded",
  "answer-running": "answer-running",
  "server-busy": "server-busy",
  "database-unavailable": "database-unavailable",
  "not-found": "not-found",
  "validation-failed": "question-refused",
  "body-too-large": "question-refused",
  unauthenticated: "signed-out",
  "token-expired": "signed-out",
  "token-stale": "signed-out",
  "session-ended": "signed-out",
};

/** Finds the words' code for whatever a call threw. Never throws; what it does not know is `unexpected`. */
export function toChatProblem(error: unknown): ChatProblem {
  if (isRefusal(error)) {
    const code = isBudgetOfAll(error) ? "budget-spent" : (worded[error.code] ?? "unexpected");
    return { code, until: error.retryAt };
  }
  return { code: isNamed(error, "NetworkError", "TimeoutError") ? "network" : "unexpected", until: null };
}

/** Whether the server refused. By name, because the classes would come with the panel a second time. */
export const isRefusal = (error: unknown): error is ProblemError => isNamed(error, "ProblemError");

const isNamed = (error: unknown, ...names: string[]): boolean =>
  error instanceof Error && names.includes(error.name);

/** What everybody together may ask is used up: the reader could have asked nothing differently. */
const isBudgetOfAll = ({ code, problem }: ProblemError): boolean =>
  code === "quota-exceeded" && "scope" in problem && problem.scope === "server";
