import { DomainError } from "../domain-error.ts";

const retryAfterMs = 2_000;

/** Nobody can say whether the token counts: neither a yes nor a sign-out. */
export class VerificationUnavailableError extends DomainError {
  constructor(options?: ErrorOptions) {
    super(
      "verification-unavailable",
      "Whether the access token counts cannot be found out now.",
      { retryAfterMs },
      options,
    );
  }
}
