import { DomainError } from "../domain-error.ts";

export class UnauthenticatedError extends DomainError {
  constructor(detail = "A valid access token is needed.") {
    super("unauthenticated", detail);
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
