import type { FieldProblem, Problem, ProblemCode } from "./shapes.ts";

/** Everything that can go wrong between this client and its server in the ordinary course of things. */
export class ClientError extends Error {
  override readonly name: string = "ClientError";
}

/** The server refused, and said why. */
export class ProblemError extends ClientError {
  override readonly name = "ProblemError";
  readonly problem: Problem;
  /** When it is worth trying again, where the server said so. */
  readonly retryAt: Date | null;

  constructor(problem: Problem, retryAt: Date | null = null) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
    this.retryAt = retryAt;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }

  /** What is wrong with which field; empty where the refusal is not about a form. */
  get fields(): readonly FieldProblem[] {
    return this.problem.errors ?? [];
  }
}

/** No answer came, or it broke off. Nothing is known about whether the server acted. */
export class NetworkError extends ClientError {
  override readonly name = "NetworkError";

  constructor(cause?: unknown) {
    super("The server could not be reached.", { cause });
  }
}

/** The answer did not come in time. */
export class TimeoutError extends ClientError {
  override readonly name = "TimeoutError";

  constructor(milliseconds: number) {
    super(`The server did not answer within ${milliseconds / 1000} s.`);
  }
}

/**
 * The answer is none that the contract knows, such as a proxy's HTML page. Outside the family of {@link ClientError}
 * on purpose: whoever handles refusals and bad networks must not swallow a wrong server or a bug of ours with them.
 */
export class UnexpectedResponseError extends Error {
  override readonly name = "UnexpectedResponseError";
  readonly status: number;

  constructor(response: Response, what: string) {
    super(
      `${what} (status ${response.status}, ${response.headers.get("content-type") ?? "no content type"})`,
    );
    this.status = response.status;
  }
}

/** Whether an error is a refusal by the server, with one of these codes where any are given. */
export function isProblem(error: unknown, ...codes: ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && (codes.length === 0 || codes.includes(error.code));
}

/** The refusal in an error or behind it: other libraries, such as axios, throw their own and name ours as the cause. */
export function findProblem(error: unknown): ProblemError | null {
  if (isProblem(error)) return error;
  return error instanceof Error && error.cause !== undefined ? findProblem(error.cause) : null;
}
