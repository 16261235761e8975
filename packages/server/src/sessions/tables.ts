import type { ColumnType, Generated } from "kysely";

/** Shared with Better Auth: its session row is the session, everything else hangs on `id`. */
export interface SessionTable {
  id: string;
  /** Better Auth's own handle, derived from the id; never leaves the server. */
  token: string;
  userId: string;
  /** Idle end: moves with every refresh. */
  expiresAt: Date;
  /** The day of `expiresAt` in UTC, kept by Postgres: what the index on ends is made of. */
  expiresOn: ColumnType<Date, never, never>;
  /** Absolute end: never moves; a guest has none. */
  absoluteExpiresAt: Date | null;
  authTime: Date;
  delivery: "cookie" | "body";
  refreshCounter: Generated<number>;
  refreshedAt: Date;
  successorUsed: Generated<boolean>;
  recoveries: Generated<number>;
  recoveriesSince: Date | null;
  /** A guest of this browser whose chats wait for the reader's yes. */
  claimableGuestId: string | null;
  /** RFC 7638 thumbprint of the key whose holder alone may use the session (RFC 9449). */
  dpopThumbprint: string | null;
  ipAddress: string | null;
  userAgent: string | null;
  /** Of an access token, written now and then; a refresh is younger or older than it. */
  lastSeenAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A browser or app that a user has signed in from. */
export interface KnownDeviceTable {
  userId: string;
  /** What it is recognised by, hashed together with the user's id. */
  mark: Buffer;
  lastUsedAt: Date;
}

/** When an account was here last, to the day in UTC; written as `2026-11-21`. */
export interface ActiveDayTable {
  userId: string;
  lastOn: ColumnType<Date, string, string>;
  /** The day before that on which it was here. */
  previousOn: ColumnType<Date | null, string | null, string | null>;
}

export interface RevocationTable {
  id: string;
  sessionId: string | null;
  userId: string | null;
  leastEpoch: number | null;
  createdAt: Date;
  /** When the last access token that it refuses has expired by itself. */
  expiresAt: Date;
}

/** A proof of a key that was used: a second time it counts for nothing, on any node. */
export interface DpopProofTable {
  /** SHA-256 over the key's thumbprint and the proof's `jti`. */
  id: Buffer;
  expiresAt: Date;
}

export interface JwksTable {
  /** The `kid`. */
  id: string;
  publicKey: string;
  /** Encrypted; names the secret it needs. */
  privateKey: string;
  alg: string | null;
  crv: string | null;
  createdAt: Date;
  /** From when it signs; it is published before. */
  activatesAt: Date;
  expiresAt: Date | null;
}
