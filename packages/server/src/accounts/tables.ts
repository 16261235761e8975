import type { Generated, JSONColumnType } from "kysely";
import type { Role } from "../roles/roles.ts";

/** Shared with Better Auth, which creates the rows; see `better-auth/`. */
export interface UserTable {
  id: string;
  /** Normalised. A guest's ends in `.invalid` and reaches nobody. */
  email: string;
  emailVerified: Generated<boolean>;
  name: Generated<string>;
  image: string | null;
  /** By its name; which there are is for the settings to say. */
  role: Generated<Role>;
  isAnonymous: Generated<boolean>;
  /** Raised by every change of role, ban or password; tokens with a lower one are refused. */
  epoch: Generated<number>;
  banned: Generated<boolean>;
  banReason: string | null;
  banExpires: Date | null;
  /** When the ban was given: its length decides who may take it back. */
  bannedAt: Date | null;
  twoFactorEnabled: Generated<boolean>;
  /** Set on a guest whose chats moved to an account: a tombstone, so that late writes follow. */
  mergedInto: string | null;
  /** How many conversations moved then, so that a claim that is repeated is answered as the first time. */
  mergedConversations: number | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Ways to sign in. A password is the row with the provider `credential`. */
export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  /** A stored hash with its marker, see `passwords.ts`. */
  password: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface PendingRegistrationTable {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  language: string;
  guestId: string | null;
  invitationId: string | null;
  proofHash: Buffer;
  wrongPasswords: Generated<number>;
  createdAt: Date;
  expiresAt: Date;
}

/** What a letter's token or code may be used for. */
export type LetterPurpose =
  | "verify-registration"
  | "verify-user"
  | "reset-password"
  | "change-email"
  | "undo-email-change"
  | "magic-link"
  | "step-up";

export interface LetterTokenTable {
  id: string;
  purpose: LetterPurpose;
  tokenHash: Buffer;
  codeHash: Buffer | null;
  codeExpiresAt: Date | null;
  wrongCodes: Generated<number>;
  /** Of the id that whoever asked for the letter was given. */
  requestHash: Buffer | null;
  email: string;
  pendingRegistrationId: string | null;
  userId: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
  createdAt: Date;
  expiresAt: Date;
}

/** A letter that was asked for and is not decided yet; a job decides, see `letter-requests.ts`. */
export interface LetterRequestTable {
  id: string;
  kind: string;
  email: string;
  userId: string | null;
  pendingRegistrationId: string | null;
  detail: JSONColumnType<Record<string, unknown>, string, string>;
  createdAt: Date;
}
