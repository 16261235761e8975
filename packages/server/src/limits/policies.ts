/** How often something may be done: `points` in `windowSeconds`, per address or per account. */
export interface Policy {
  readonly points: number;
  readonly windowSeconds: number;
}

/**
 * Every number in one place. A sign-in that succeeds gives its point back, so the login limit counts
 * failures: ten a minute is far above what a person mistypes and far below what guessing needs.
 */
export const policies = {
  login: { points: 10, windowSeconds: 60 },
  // A person mistypes less than this; whoever holds a borrowed device gets no further with any number of addresses.
  "step-up": { points: 10, windowSeconds: 60 },
  "step-up-account": { points: 10, windowSeconds: 600 },
  register: { points: 20, windowSeconds: 60 },
  guest: { points: 30, windowSeconds: 60 },
  verify: { points: 30, windowSeconds: 60 },
  // To a provider and back are two.
  provider: { points: 40, windowSeconds: 60 },
  // A copy of everything is much work, and nobody needs it often.
  export: { points: 10, windowSeconds: 3600 },
  // Each is read by a person.
  report: { points: 20, windowSeconds: 3600 },
  letter: { points: 10, windowSeconds: 600 },
  // Of one account, to whatever addresses.
  "email-change": { points: 10, windowSeconds: 3600 },
  // Of one account or guest.
  bookmark: { points: 60, windowSeconds: 60 },
  // To one mailbox, whoever asks from wherever: a stranger fills nobody's mailbox.
  "letters-to-one": { points: 10, windowSeconds: 3600 },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;

/**
 * What may be asked in a day (UTC) where the operator says nothing: questions, and with `t` tokens. `none` is no
 * limit. Guests of one network have together what one of them has, so that cleared cookies buy nothing.
 */
export const defaultQuotas = {
  QUOTA_GUEST: "20/d",
  QUOTA_USER: "200/d",
  QUOTA_SERVER: "none",
} as const;

/** How the server keeps its quotas. */
export const quotaRules = {
  /** The last part of the server's day that only accounts may use, in percent: guests never spend everybody's. */
  shareOfAccounts: 30,
  /** From here on the log says how far the server's day is used, in percent. */
  warnFrom: 80,
  /** An answer that has not ended after so long was lost with its server, and what was reserved for it comes back. */
  reservationSeconds: 15 * 60,
  /** How long counters are kept after their day. */
  keptDays: 2,
} as const;
