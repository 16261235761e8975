interface Addressed {
  readonly to: string;
  /** BCP 47 tag of the reader. */
  readonly language: string;
}

/** Where something was done from. */
export interface Sighting {
  /** The `User-Agent`; only what is recognised of it is printed. */
  readonly device: string;
  readonly at: Date;
}

/** Carries a code for the window that asked, and a link for every other one. */
interface WithCode {
  readonly url: string;
  readonly code: string;
  readonly codeExpiresInMinutes: number;
}

/** Proves an address, by a link or by a code for the window that asked. */
export interface VerificationLetter extends Addressed, WithCode {
  /** Of a registration nothing exists yet; a user is there, with an address that was never proven. */
  readonly kind: "verify-registration" | "verify-user";
  /** As somebody typed it, who may be a stranger to the addressee. */
  readonly name: string;
  readonly expiresInHours: number;
}

/** To the owner of an address that somebody tried to register again. It repeats nothing of what they typed. */
export interface AlreadyRegisteredLetter extends Addressed {
  readonly kind: "already-registered";
  readonly loginUrl: string;
}

/** A refresh token was used that had long been replaced, so its session was ended. */
export interface SessionStolenLetter extends Addressed, Sighting {
  readonly kind: "session-stolen";
  readonly loginUrl: string;
}

/** Somebody signed in from a device that the account had not been used on. */
export interface NewDeviceLetter extends Addressed, Sighting {
  readonly kind: "new-device";
  /** In the reader's language; `null` where the server knows none. */
  readonly place: string | null;
  /** Where the reader signs the device out. */
  readonly url: string;
}

/** Somebody forgot the password, or says so. */
export interface PasswordResetLetter extends Addressed, WithCode, Partial<Sighting> {
  readonly kind: "password-reset";
  readonly name: string;
  readonly expiresInHours: number;
}

/** The password is another one now: changed, reset or set for the first time. */
export interface PasswordChangedLetter extends Addressed, Sighting {
  readonly kind: "password-changed";
  /** Where the owner asks for a new one, if somebody else changed it. */
  readonly url: string;
}

/** So many wrong passwords that no more are taken for a while. */
export interface AccountUnderAttackLetter extends Addressed {
  readonly kind: "account-under-attack";
  readonly at: Date;
  /** The account page. */
  readonly url: string;
}

/** To an address that an account wants to have. */
export interface EmailChangeConfirmLetter extends Addressed, Partial<Sighting> {
  readonly kind: "email-change-confirm";
  readonly name: string;
  readonly url: string;
  readonly expiresInHours: number;
}

/** To the address that an account had until now. */
export interface EmailChangedLetter extends Addressed, Partial<Sighting> {
  readonly kind: "email-changed";
  readonly newEmail: string;
  readonly undoUrl: string;
  readonly undoUntil: Date;
}

/** To the address that an account has again. */
export interface EmailChangeUndoneLetter extends Addressed {
  readonly kind: "email-change-undone";
  /** Where the owner chooses a new password. */
  readonly url: string;
  readonly expiresInHours: number;
}

/** To somebody without an account, from whoever runs the book. */
export interface InvitationLetter extends Addressed {
  readonly kind: "invitation";
  readonly url: string;
  readonly until: Date;
}

/** Signs in whoever reads the mailbox. */
export interface MagicLinkLetter extends Addressed, WithCode, Partial<Sighting> {
  readonly kind: "magic-link";
  readonly expiresInMinutes: number;
}

/** Proves again, within a session, who is there. */
export interface SignInCodeLetter extends Addressed, Sighting {
  readonly kind: "sign-in-code";
  readonly code: string;
  readonly expiresInMinutes: number;
}

/** The last letter about an account. */
export interface AccountDeletedLetter extends Addressed {
  readonly kind: "account-deleted";
  readonly at: Date;
}

export interface AccountBannedLetter extends Addressed {
  readonly kind: "account-banned";
  /** `null`: until somebody lifts it. */
  readonly until: Date | null;
  /** As a moderator wrote it. */
  readonly reason: string | null;
}

export interface RoleChangedLetter extends Addressed {
  readonly kind: "role-changed";
  /** By its name. */
  readonly role: string;
  /** As whoever changed it wrote it. */
  readonly reason: string;
  readonly at: Date;
}

export interface SecondFactorChangedLetter extends Addressed, Sighting {
  readonly kind: "second-factor-changed";
  readonly change: "on" | "off" | "codes-guessed" | "recovery-code-used" | "recovery-codes-renewed";
  /** The account page. */
  readonly url: string;
}

export interface SignInMethodChangedLetter extends Addressed, Sighting {
  readonly kind: "sign-in-method-changed";
  readonly change: "passkey-added" | "passkey-removed" | "provider-linked" | "provider-unlinked";
  /** Of the passkey, as its owner calls it, or of the provider. */
  readonly name: string;
  /** The account page. */
  readonly url: string;
}

/** News from whoever runs the book, in their words and language. */
export interface AnnouncementLetter extends Addressed {
  readonly kind: "announcement";
  readonly subject: string;
  /** Plain text; empty lines part its paragraphs. */
  readonly text: string;
  readonly unsubscribeUrl: string;
}

/** Shows an operator that letters arrive. */
export interface MailTestLetter extends Addressed {
  readonly kind: "mail-test";
  readonly at: Date;
}

/** Every letter that the server writes. */
export type Letter =
  | VerificationLetter
  | AlreadyRegisteredLetter
  | SessionStolenLetter
  | NewDeviceLetter
  | PasswordResetLetter
  | PasswordChangedLetter
  | AccountUnderAttackLetter
  | EmailChangeConfirmLetter
  | EmailChangedLetter
  | EmailChangeUndoneLetter
  | InvitationLetter
  | MagicLinkLetter
  | SignInCodeLetter
  | AccountDeletedLetter
  | AccountBannedLetter
  | RoleChangedLetter
  | SecondFactorChangedLetter
  | SignInMethodChangedLetter
  | AnnouncementLetter
  | MailTestLetter;

export type LetterKind = Letter["kind"];
