/** What an answer that is being written may still cost. */
export interface QuotaReservationTable {
  answerId: string;
  ownerId: string | null;
  /** Of a guest; an account's questions count nowhere but with the account and the server. */
  network: string | null;
  /** The day in UTC, `2026-11-21`, whose counters hold it. */
  day: string;
  tokens: number;
  reservedAt: Date;
}

/** What was asked on one day: by a reader, from a network, or of the whole server. */
export interface QuotaUseTable {
  subject: string;
  day: string;
  ownerId: string | null;
  messages: number;
  tokens: number;
}

/** An operator's limits for one reader; `null` where those of everybody hold. */
export interface QuotaOverrideTable {
  userId: string;
  messages: number | null;
  tokens: number | null;
  updatedAt: Date;
}
