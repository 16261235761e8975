import type { Generated } from "kysely";

/** What codes are computed from: one that counts, and beside it one that is being set up. */
export interface TotpSecretTable {
  id: string;
  userId: string;
  /** Encrypted; names the secret it needs. */
  contents: string;
  /** `null` until a right code has shown that the reader's app has it. */
  confirmedAt: Date | null;
  /** Steps of 30 seconds since 1970; a code of this one or an earlier one counts no more. */
  lastUsedStep: number | null;
  /** Since the last right code. */
  wrongCodes: Generated<number>;
  restsUntil: Date | null;
  createdAt: Date;
}

/** Stands in for codes of one secret, and ends with it. */
export interface RecoveryCodeTable {
  totpSecretId: string;
  /** Keyed with the contents of the secret, which is encrypted: a copy of the table helps nobody to guess. */
  codeHash: Buffer;
  createdAt: Date;
}

/** A browser or app that need not show a code for a while. */
export interface TrustedDeviceTable {
  id: string;
  userId: string;
  tokenHash: Buffer;
  /** Of the user when it was trusted: with a new password, a reset or a new role it counts no more. */
  epoch: number;
  ipAddress: string | null;
  userAgent: string | null;
  /** When the code was shown. */
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

/** A sign-in whose first factor was right, and that waits for the second. */
export interface SignInChallengeTable {
  id: string;
  tokenHash: Buffer;
  /** Of what the browser's cookie holds. */
  browserHash: Buffer | null;
  userId: string;
  epoch: number;
  delivery: "cookie" | "body";
  dpopThumbprint: string | null;
  guestId: string | null;
  keepGuestChats: boolean;
  claimable: boolean;
  wrongCodes: Generated<number>;
  expiresAt: Date;
}
