import { DomainError } from "../domain-error.ts";

/** Unknown address, wrong password, no password: the same words, so that they are the same bytes. */
export class InvalidCredentialsError extends DomainError {
  constructor() {
    super("invalid-credentials", "The address or the password is wrong.");
  }
}

export class EmailNotVerifiedError extends DomainError {
  constructor() {
    super("email-not-verified", "The address is not verified yet.");
  }
}

export class AccountBannedError extends DomainError {
  constructor(ban: { until: Date | null; reason: string | null }) {
    super("account-banned", "This account is banned.", {
      until: ban.until ?? undefined,
      reason: ban.reason ?? undefined,
    });
  }
}

export class EmailTakenError extends DomainError {
  constructor() {
    super("email-taken", "The address has an account.");
  }
}

/** Unknown, used, expired and foreign tokens alike. */
export class TokenInvalidError extends DomainError {
  constructor() {
    super("token-invalid", "This token cannot be used.");
  }
}

export class PasswordNeededError extends DomainError {
  constructor() {
    super("password-needed", "Verifying here needs the registration's password or a new one.");
  }
}

export class AccountNotFoundError extends DomainError {
  constructor() {
    super("not-found", "There is nothing at this address.");
  }
}

/** Every place in the queue of passwords to be hashed is taken. */
export class ServerBusyError extends DomainError {
  constructor(retryAfterMs: number) {
    super("server-busy", "Too many passwords are being checked.", { retryAfterMs });
  }
}

/** Without it nobody could sign in to the account any more. */
export class LastSignInMethodError extends DomainError {
  constructor() {
    super("last-sign-in-method", "This is the only way to sign in to the account.");
  }
}
