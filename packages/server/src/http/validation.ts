import type { Hook } from "@hono/zod-openapi";
import { DomainError, type FieldProblem, ValidationError } from "../domain-error.ts";
import { fieldCodes, fieldSentences } from "../problem-codes.ts";
import type { HttpEnv } from "./app-type.ts";

/** The part of a zod issue that decides the answer. */
interface Issue {
  readonly code: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  /** Of a choice between shapes: what each of them found. */
  readonly errors?: readonly (readonly Issue[])[];
}

/**
 * Turns what zod found into `validation-failed`. A schema says a field's code as its message
 * (`z.string().min(1, "name-required")`); anything else is `value-invalid`. An address with a
 * malformed id names nothing, so it is `not-found`.
 */
export const refuseInvalid: Hook<unknown, HttpEnv, string, unknown> = (result) => {
  if (result.success) return;
  if (result.target === "param") throw new DomainError("not-found", "There is nothing at this address.");
  throw new ValidationError(result.error.issues.flatMap((issue) => describeIssue(issue)));
};

export function describeIssue(issue: Issue): FieldProblem[] {
  if (issue.code === "unrecognized_keys") {
    return (issue.keys ?? []).map((key) => ({
      field: [...issue.path, key].join("."),
      code: "field-unknown",
      message: "This field does not exist here.",
    }));
  }
  // Of several shapes, the one that it was probably meant to be.
  const closest = issue.errors?.toSorted((a, b) => a.length - b.length)[0];
  if (closest) {
    return closest.flatMap((found) => describeIssue({ ...found, path: [...issue.path, ...found.path] }));
  }
  const field = issue.path.map(String).join(".");
  const known = fieldCodes.find((code) => code === issue.message);
  if (known) return [{ field, code: known, message: fieldSentences[known] }];
  const missing = issue.code === "invalid_type" && /received undefined/.test(issue.message);
  return [{ field, code: missing ? "field-required" : "value-invalid", message: issue.message }];
}
