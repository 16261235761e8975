import { findProblem, NetworkError } from "@bookplate/client";

/** A sentence for the reader; the codes of a problem are listed in the book. */
export function explain(error: unknown): string {
  const problem = findProblem(error);
  if (problem?.code === "too-many-requests") return "That was a lot. Try again in a minute.";
  if (problem !== null) return `That was refused (${problem.code}).`;
  if (error instanceof NetworkError) return "The server cannot be reached. Try again.";
  return error instanceof Error ? error.message : "Something went wrong.";
}
