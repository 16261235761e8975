/** A refusal that only Better Auth's clients meet, with a code that they know. */
export class NativeError extends Error {
  readonly status: 400 | 401 | 404 | 429;
  readonly code: string;

  constructor(status: NativeError["status"], code: string, message: string) {
    super(message);
    this.name = new.target.name;
    this.status = status;
    this.code = code;
  }
}

export class AlreadyGuestError extends NativeError {
  constructor() {
    super(400, "ANONYMOUS_USERS_CANNOT_SIGN_IN_AGAIN_ANONYMOUSLY", "Whoever asks is a guest already.");
  }
}
