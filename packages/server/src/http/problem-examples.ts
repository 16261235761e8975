import { DomainError, type ProblemFacts } from "../domain-error.ts";
import { fieldSentences, type ProblemCode } from "../problem-codes.ts";
import { describeProblem } from "./problem.ts";
import { problemKinds } from "./problem-titles.ts";
import type { ProblemDocument } from "./schemas.ts";

const requestId = "01937b1c-a2c4-7d10-9b3e-51f0c2d4e688";
const later = new Date("2026-11-21T09:31:00.000Z");

/** Codes whose documents say more than what every document says. */
const facts: Partial<Record<ProblemCode, ProblemFacts>> = {
  "account-banned": { until: new Date("2026-12-01T00:00:00.000Z"), reason: "Advertising in questions" },
  "quota-exceeded": {
    quota: "messages",
    scope: "guest",
    limit: 20,
    remaining: 0,
    resetAt: new Date("2026-11-22T00:00:00.000Z"),
  },
  "too-many-requests": { limit: 10, remaining: 0, resetAt: later },
  "validation-failed": {
    errors: [{ field: "email", code: "email-invalid", message: fieldSentences["email-invalid"] }],
  },
};

/** The document that this server would answer with, for the API's description and for the code's page. */
export function exampleProblem(code: ProblemCode, publicUrl: string): ProblemDocument {
  const refusal = new DomainError(code, `${problemKinds[code].title}.`, facts[code]);
  return describeProblem(refusal, { publicUrl, requestId });
}
