import { DomainError, type DpopChallenge } from "../domain-error.ts";

export class UnauthenticatedError extends DomainError {
  constructor(detail = "A valid access token is needed.") {
    super("unauthenticated", detail);
  }
}

/** The sender has not shown that it holds the key (RFC 9449, sections 7.1 and 8). */
export class DpopProofError extends DomainError {
  constructor(detail: string, challenge: DpopChallenge = { error: "invalid_dpop_proof" }) {
    super("unauthenticated", `The DPoP proof does not count. ${detail}`, { dpop: challenge });
  }
}

export class TokenExpiredError extends DomainError {
  constructor() {
    super("token-expired", "The access token has expired.");
  }
}

export class TokenStaleError extends DomainError {
  constructor() {
    super("token-stale", "The access token is older than the last change of this account's role.");
  }
}

export class SessionEndedError extends DomainError {
  constructor() {
    super("session-ended", "The session of this access token has ended.");
  }
}

export class RefreshInvalidError extends DomainError {
  constructor() {
    super("refresh-invalid", "The session cannot be continued.");
  }
}

export class RefreshReusedError extends DomainError {
  constructor() {
    super("refresh-reused", "An old refresh token was used again, so this session has ended.");
  }
}

export class SessionNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is no session with this id.");
  }
}

export class StepUpRequiredError extends DomainError {
  constructor() {
    super("step-up-required", "The last proof of who you are is too long ago for this.");
  }
}
