import type { Generated } from "kysely";

/** Shared with Better Auth: its session row is the session, everything else hangs on `id`. */
export interface SessionTable {
  id: string;
  /** Better Auth's own handle, derived from the id; never leaves the server. */
  token: string;
  userId: string;
  /** Idle end: moves with every refresh. */
  expiresAt: Date;
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
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  updatedAt: Date;
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

export interface JwksTable {
  /** The `kid`. */
  id: string;
  publicKey: string;
  /** Encrypted; names the secret it needs. */
  privateKey: string;
  alg: string | null;
  crv: string | null;
  createdAt: Date;
  expiresAt: Date | null;
}
