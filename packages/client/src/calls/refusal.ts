import { NetworkError, ProblemError, UnexpectedResponseError } from "../errors.ts";
import type { Problem } from "../shapes.ts";
import { codeIn } from "../token-refusal.ts";

/** Turns a refusing answer into the error that callers catch. */
export async function readRefusal(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const refusal = createProblemError(body, response.headers.get("retry-after"));
  if (refusal !== null) return refusal;
  // What a proxy says whose server is away.
  if (response.status >= 502 && response.status <= 504) return new NetworkError(response);
  return new UnexpectedResponseError(response, "The server refused without saying why");
}

/** @returns `null` where the body is no problem document with a code */
export function createProblemError(body: unknown, retryAfter: string | null): ProblemError | null {
  if (typeof codeIn(body) !== "string") return null;
  const problem = body as Problem;
  return new ProblemError(problem, readRetryTime(problem, retryAfter));
}

/** What a call that needs somebody meets where nobody is signed in; the server is not asked. */
export function nobodySignedIn(code: "unauthenticated" | "session-ended"): ProblemError {
  return new ProblemError({
    type: "about:blank",
    title: "Nobody is signed in",
    status: 401,
    code,
    detail: "This call needs a session, and this browser has none.",
    requestId: "",
  });
}

/** RFC 9110, section 10.2.3: seconds, or a date. */
function readRetryTime({ resetAt }: Partial<Problem>, retryAfter: string | null): Date | null {
  if (resetAt !== undefined) return new Date(resetAt);
  if (retryAfter === null) return null;
  const seconds = Number(retryAfter);
  const time = new Date(Number.isNaN(seconds) ? retryAfter : Date.now() + seconds * 1000);
  return Number.isNaN(time.getTime()) ? null : time;
}
