import type { QuotaName, QuotaScope } from "./limits/quota-names.ts";
import type { FieldCode, ProblemCode } from "./problem-codes.ts";

export interface FieldProblem {
  readonly field: string;
  readonly code: FieldCode;
  /** For developers; readers get a sentence from the catalogue, chosen by `code`. */
  readonly message: string;
}

/** What was wrong with a proof of a key (RFC 9449), and what the next one should carry. */
export interface DpopChallenge {
  readonly error: "invalid_dpop_proof" | "use_dpop_nonce" | "invalid_token";
  readonly nonce?: string;
}

/** Facts that belong into the problem document beside its code. */
export interface ProblemFacts {
  readonly errors?: readonly FieldProblem[];
  readonly until?: Date | undefined;
  readonly reason?: string | undefined;
  /** The limit that is used up. */
  readonly policy?: { readonly name: string; readonly points: number; readonly windowSeconds: number };
  readonly limit?: number;
  readonly remaining?: number;
  readonly resetAt?: Date;
  readonly quota?: QuotaName;
  readonly scope?: QuotaScope;
  readonly retryAfterMs?: number;
  /** Methods that the address does know (RFC 9110, section 15.5.6). */
  readonly allow?: readonly string[];
  readonly dpop?: DpopChallenge;
}

/** The base of every refusal. It knows a code and facts, no HTTP status and no sentence for readers. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;

  constructor(code: ProblemCode, detail: string, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(detail, options);
    this.name = new.target.name;
    this.code = code;
    this.facts = facts;
  }
}

export class ValidationError extends DomainError {
  constructor(errors: readonly FieldProblem[]) {
    super("validation-failed", "The request has fields that cannot be accepted.", { errors });
  }
}
