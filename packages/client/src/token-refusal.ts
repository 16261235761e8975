/** Refusals of an access token that a fresh one may mend. */
export const refreshable = ["unauthenticated", "token-expired", "token-stale"];

/** What an answer with status 401 says about the token that it was sent. */
export interface Refusal {
  /** Of a problem document; a service of another make has none. */
  readonly code: unknown;
  /** The header `WWW-Authenticate`. */
  readonly challenge: string | null;
  /** Whether the answer is from another origin, whose headers a browser hides unless that origin exposes them. */
  readonly foreign: boolean;
}

/**
 * Whether it is the token that was refused, and not something else: a wrong password is a 401 as well. RFC 6750,
 * section 3.1, has a word for it, which many services leave out. An ended session counts, because a refresh finds out
 * whether it really has ended.
 */
export function isTokenRefused({ code, challenge, foreign }: Refusal): boolean {
  if (challenge !== null && /\berror="?invalid_token\b/i.test(challenge)) return true;
  if (typeof code === "string") return code === "session-ended" || refreshable.includes(code);
  return challenge === null ? foreign : /\bBearer\b(?!.*\berror=)/i.test(challenge);
}

/** The code of a problem document, where a body is one. */
export const codeIn = (body: unknown): unknown =>
  typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
