import { isDatabaseUnavailable } from "../database/unavailable.ts";
import { DomainError, type ProblemFacts } from "../domain-error.ts";
import { dpopAlgorithms } from "../sessions/dpop-proofs.ts";
import { problemKinds } from "./problem-titles.ts";
import { quotaLeft } from "./quota-headers.ts";
import { type Left, rateLimitHeaders } from "./rate-limit-headers.ts";
import type { ProblemDocument } from "./schemas.ts";

/** RFC 9457, section 6.1. */
export const problemMediaType = "application/problem+json";

interface ProblemPlace {
  readonly publicUrl: string;
  readonly requestId: string;
}

/** Told of what nobody expected. */
export interface ProblemLog {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
}

interface ProblemContext extends ProblemPlace {
  readonly log: ProblemLog;
}

export interface Problem {
  readonly status: (typeof problemKinds)[keyof typeof problemKinds]["status"];
  readonly headers: Record<string, string>;
  readonly body: string;
}

/**
 * The one place where an error becomes an answer (RFC 9457). Refusals carry their code and facts;
 * anything unexpected is 500 without detail, and is logged once under the request's id.
 */
export function toProblem(error: unknown, { publicUrl, requestId, log }: ProblemContext): Problem {
  const refusal = toDomainError(error);
  if (refusal.code === "internal-error")
    log.error({ err: error, requestId }, "a request failed unexpectedly");
  if (refusal.code === "database-unavailable")
    log.warn({ requestId, reason: reasonOf(error) }, "the database cannot be reached");

  const { status } = problemKinds[refusal.code];
  const { facts } = refusal;
  const headers: Record<string, string> = {
    "content-type": problemMediaType,
    "cache-control": "no-store",
  };
  // RFC 9110, section 11.6.1: a 401 names the scheme; RFC 6750, section 3.1: what was wrong with the token.
  if (status === 401) headers["www-authenticate"] = challenge(refusal);
  if (facts.dpop?.nonce !== undefined) headers["dpop-nonce"] = facts.dpop.nonce;
  if (facts.allow) headers.allow = facts.allow.join(", ");
  if (facts.retryAfterMs !== undefined) headers["retry-after"] = String(Math.ceil(facts.retryAfterMs / 1000));
  Object.assign(headers, rateLimitHeaders(limitsOf(facts)));
  return { status, headers, body: JSON.stringify(describeProblem(refusal, { publicUrl, requestId })) };
}

/** A refusal as a document; what it has nothing to say about is left out. */
export function describeProblem(
  { code, message, facts }: DomainError,
  { publicUrl, requestId }: ProblemPlace,
): ProblemDocument {
  const { status, title } = problemKinds[code];
  const { errors, until, reason, limit, remaining, resetAt, quota, scope } = facts;
  return {
    type: `${publicUrl}/problems/${code}`,
    title,
    status,
    code,
    detail: message,
    requestId,
    ...(errors && { errors: [...errors] }),
    ...(until && { until: until.toISOString() }),
    ...(reason !== undefined && { reason }),
    ...(limit !== undefined && { limit }),
    ...(remaining !== undefined && { remaining }),
    ...(resetAt && { resetAt: resetAt.toISOString() }),
    ...(quota && { quota }),
    ...(scope && { scope }),
  };
}

/** What was used up, where the headers name it. */
function limitsOf({ policy, quota, limit, remaining, retryAfterMs }: ProblemFacts): Left[] {
  if (limit === undefined || remaining === undefined || retryAfterMs === undefined) return [];
  if (policy) return [{ ...policy, remaining, resetInMs: retryAfterMs }];
  return quota ? [quotaLeft({ quota, limit, remaining, resetInMs: retryAfterMs })] : [];
}

function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isDatabaseUnavailable(error)) {
    return new DomainError("database-unavailable", "The database cannot be reached.", {
      retryAfterMs: 2_000,
    });
  }
  return new DomainError("internal-error", "The server met an unexpected condition.");
}

/** What the database or its driver said of the connection, where no statement is concerned; never to whoever asked. */
function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && !(error instanceof DomainError) ? error.message : undefined;
}

/** A token may be bound to a key, so both schemes are named (RFC 9449, section 7.2). */
function challenge({ code, facts }: DomainError): string {
  const algorithms = `algs="${dpopAlgorithms.join(" ")}"`;
  if (facts.dpop) return `DPoP error="${facts.dpop.error}", ${algorithms}`;
  const tokenWasSent = code === "token-expired" || code === "token-stale" || code === "session-ended";
  const error = tokenWasSent ? `error="invalid_token", ` : "";
  return `Bearer ${error}realm="bookplate", DPoP ${error}${algorithms}`;
}
