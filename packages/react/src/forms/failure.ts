import { NetworkError, ProblemError, TimeoutError } from "@bookplate/client";
import {
  fieldText,
  momentText,
  type ProblemFacts,
  type Problems,
  problemText,
} from "@bookplate/messages/problems";

/** What went wrong with a form, in the reader's words. */
export interface Failure {
  /** For the box above the fields; empty where the fields say it all. */
  readonly message: string;
  /** Sentences by the fields' names. */
  readonly fields: Readonly<Record<string, string>>;
  /** The refusal's code, where there was one. */
  readonly code: string | null;
}

/** The reader has thought better of it. There is nothing to say. */
export class Abandoned extends Error {
  override readonly name = "Abandoned";
}

interface Wording {
  readonly problems: Problems;
  readonly language: string;
  /** Names of the fields that the form has. */
  readonly fields: readonly string[];
  readonly passwordMinimum: number;
}

/** Words whatever a call threw: each field's refusal on its field, everything else in the box. */
export function toFailure(error: unknown, wording: Wording): Failure {
  const { problems } = wording;
  const general = (message: string): Failure => ({ message, fields: {}, code: null });
  if (error instanceof Abandoned) return general("");
  if (error instanceof NetworkError) return general(problems.unreachable);
  if (error instanceof TimeoutError) return general(problems.timeout);
  if (!(error instanceof ProblemError)) return general(problems.unexpected);

  const facts = factsOf(error, wording);
  const here = error.fields.filter(({ field }) => wording.fields.includes(field));
  const elsewhere = error.fields.filter(({ field }) => !wording.fields.includes(field));
  const sentences = elsewhere.map(({ code }) => fieldText(problems, code, facts));
  return {
    code: error.code,
    fields: Object.fromEntries(here.map(({ field, code }) => [field, fieldText(problems, code, facts)])),
    message:
      elsewhere.length > 0
        ? [...new Set(sentences)].join(" ")
        : here.length > 0
          ? ""
          : problemText(problems, error.code, facts),
  };
}

/** Words what the browser itself found before anything was sent. */
export function refuseFields(codes: Readonly<Record<string, string>>, wording: Wording): Failure | null {
  const entries = Object.entries(codes);
  if (entries.length === 0) return null;
  const facts = { minimum: wording.passwordMinimum };
  return {
    message: "",
    code: "validation-failed",
    fields: Object.fromEntries(
      entries.map(([field, code]) => [field, fieldText(wording.problems, code, facts)]),
    ),
  };
}

function factsOf({ problem, retryAt }: ProblemError, { language, passwordMinimum }: Wording): ProblemFacts {
  const until = problem.until === undefined ? undefined : momentText(new Date(problem.until), language);
  return {
    retryAt: retryAt === null ? undefined : momentText(retryAt, language),
    until,
    reason: problem.reason,
    minimum: passwordMinimum,
  };
}
