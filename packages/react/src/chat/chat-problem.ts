import { ClientError, isProblem } from "@bookplate/client";
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
  if (isProblem(error)) return { code: worded[error.code] ?? "unexpected", until: error.retryAt };
  return { code: error instanceof ClientError ? "network" : "unexpected", until: null };
}
