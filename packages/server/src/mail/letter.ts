interface Addressed {
  readonly to: string;
  /** BCP 47 tag of the reader. */
  readonly language: string;
}

/** Proves an address, by a link or by a code for the window that asked. */
export interface VerificationLetter extends Addressed {
  /** Of a registration nothing exists yet; a user is there, with an address that was never proven. */
  readonly kind: "verify-registration" | "verify-user";
  /** As somebody typed it, who may be a stranger to the addressee. */
  readonly name: string;
  readonly url: string;
  readonly code: string;
  readonly expiresInHours: number;
  readonly codeExpiresInMinutes: number;
}

/** To the owner of an address that somebody tried to register again. It repeats nothing of what they typed. */
export interface AlreadyRegisteredLetter extends Addressed {
  readonly kind: "already-registered";
  readonly loginUrl: string;
}

/** A refresh token was used that had long been replaced, so its session was ended. */
export interface SessionStolenLetter extends Addressed {
  readonly kind: "session-stolen";
  /** The `User-Agent` of the session; only what is recognised of it is printed. */
  readonly device: string;
  readonly at: Date;
  readonly loginUrl: string;
}

/** Somebody signed in from a device that the account had not been used on. */
export interface NewDeviceLetter extends Addressed {
  readonly kind: "new-device";
  /** The `User-Agent` of the sign-in; only what is recognised of it is printed. */
  readonly device: string;
  /** In the reader's language; `null` where the server knows none. */
  readonly place: string | null;
  readonly at: Date;
  /** Where the reader signs the device out. */
  readonly url: string;
}

/** Every letter that the server writes. */
export type Letter = VerificationLetter | AlreadyRegisteredLetter | SessionStolenLetter | NewDeviceLetter;

export type LetterKind = Letter["kind"];
