/**
 * What a limit counts by: a network address (IPv6 by /64, since one reader has it whole), the /48 around an IPv6
 * address (IPv4 has no such tier), an account or guest, an identifier as it was typed, the same at one address, a known device, a mailbox, or
 * everybody together.
 */
export type LimitKey =
  | "address"
  | "wide-address"
  | "account"
  | "identifier"
  | "identifier-address"
  | "device"
  | "recipient"
  | "server";

/** How often something may be done: `points` in `windowSeconds`. */
export interface Policy {
  readonly points: number;
  readonly windowSeconds: number;
  readonly key: LimitKey;
  /** `failures`: what succeeds gives its point back. */
  readonly counts: "all" | "failures";
  /** `node`: each node counts for itself, without asking anybody, because its own work is what is kept within bounds. */
  readonly store: "shared" | "node";
}

/**
 * Every number in one place, and `book/docs/limits.md` has the same. A wider tier is several times the narrower one,
 * and a ceiling for everybody far above what one network can reach, so that nobody closes the server for the others.
 */
export const policies = {
  // All of /api, whatever it is: a school behind one address works with it, a loop does not.
  requests: { points: 12_000, windowSeconds: 60, key: "address", counts: "all", store: "node" },
  "requests-wide": { points: 60_000, windowSeconds: 60, key: "wide-address", counts: "all", store: "node" },
  // Whatever somebody who is signed in, or a guest, does besides reading.
  changes: { points: 240, windowSeconds: 60, key: "account", counts: "all", store: "node" },

  // Far above what a person mistypes and far below what guessing needs.
  login: { points: 10, windowSeconds: 60, key: "address", counts: "failures", store: "shared" },
  "login-wide": { points: 50, windowSeconds: 60, key: "wide-address", counts: "failures", store: "shared" },
  "login-server": { points: 3_000, windowSeconds: 60, key: "server", counts: "failures", store: "shared" },
  // An account, whether there is one or not: from all addresses together, and from one of them. One stranger at one
  // address does not use up what the others have. NIST SP 800-63B-4, 3.2.2: no more than a hundred in a row.
  "login-account": {
    points: 30,
    windowSeconds: 3600,
    key: "identifier",
    counts: "failures",
    store: "shared",
  },
  "login-account-address": {
    points: 20,
    windowSeconds: 3600,
    key: "identifier-address",
    counts: "failures",
    store: "shared",
  },
  // A browser in which the account has signed in before, when the limits above are used up by strangers.
  "login-device": { points: 10, windowSeconds: 600, key: "device", counts: "failures", store: "shared" },
  // How often it is looked whether a browser is such a one.
  "device-check": { points: 60, windowSeconds: 60, key: "address", counts: "all", store: "node" },
  "second-factor": { points: 10, windowSeconds: 60, key: "address", counts: "failures", store: "shared" },
  "second-factor-wide": {
    points: 50,
    windowSeconds: 60,
    key: "wide-address",
    counts: "failures",
    store: "shared",
  },
  // Whoever holds a borrowed device gets no further with any number of addresses.
  "step-up": { points: 10, windowSeconds: 60, key: "address", counts: "failures", store: "shared" },
  "step-up-wide": { points: 50, windowSeconds: 60, key: "wide-address", counts: "failures", store: "shared" },
  "step-up-account": { points: 10, windowSeconds: 600, key: "account", counts: "failures", store: "shared" },

  register: { points: 20, windowSeconds: 60, key: "address", counts: "all", store: "shared" },
  "register-wide": { points: 60, windowSeconds: 60, key: "wide-address", counts: "all", store: "shared" },
  "register-server": { points: 600, windowSeconds: 60, key: "server", counts: "all", store: "shared" },
  guest: { points: 30, windowSeconds: 60, key: "address", counts: "all", store: "shared" },
  "guest-wide": { points: 150, windowSeconds: 60, key: "wide-address", counts: "all", store: "shared" },
  "guest-server": { points: 3_000, windowSeconds: 60, key: "server", counts: "all", store: "shared" },

  // Links and codes of letters, however they are used.
  verify: { points: 30, windowSeconds: 60, key: "address", counts: "all", store: "shared" },
  "verify-wide": { points: 150, windowSeconds: 60, key: "wide-address", counts: "all", store: "shared" },
  "verify-server": { points: 3_000, windowSeconds: 60, key: "server", counts: "all", store: "shared" },
  letter: { points: 10, windowSeconds: 600, key: "address", counts: "all", store: "shared" },
  "letter-wide": { points: 50, windowSeconds: 600, key: "wide-address", counts: "all", store: "shared" },
  "letter-server": { points: 3_000, windowSeconds: 600, key: "server", counts: "all", store: "shared" },
  "letter-account": { points: 10, windowSeconds: 600, key: "account", counts: "all", store: "shared" },
  "email-change": { points: 10, windowSeconds: 3600, key: "account", counts: "all", store: "shared" },
  // To one mailbox, whoever asks from wherever: a stranger fills nobody's mailbox.
  "letters-to-one": { points: 10, windowSeconds: 3600, key: "recipient", counts: "all", store: "shared" },

  // To a provider and back are two.
  provider: { points: 40, windowSeconds: 60, key: "address", counts: "all", store: "shared" },
  "provider-wide": { points: 200, windowSeconds: 60, key: "wide-address", counts: "all", store: "shared" },
  "provider-server": { points: 3_000, windowSeconds: 60, key: "server", counts: "all", store: "shared" },
  passkey: { points: 30, windowSeconds: 60, key: "address", counts: "all", store: "shared" },
  "passkey-wide": { points: 150, windowSeconds: 60, key: "wide-address", counts: "all", store: "shared" },

  // Each app and tab renews when it is opened, and every quarter of an hour.
  refresh: { points: 3_000, windowSeconds: 60, key: "address", counts: "all", store: "node" },
  "refresh-wide": { points: 15_000, windowSeconds: 60, key: "wide-address", counts: "all", store: "node" },
  // Nobody reads so many answers; how many there are in a day is the quotas' to say.
  question: { points: 30, windowSeconds: 60, key: "account", counts: "all", store: "node" },
  "question-address": { points: 600, windowSeconds: 60, key: "address", counts: "all", store: "node" },
  // As one types, in a classroom.
  search: { points: 1_200, windowSeconds: 60, key: "address", counts: "all", store: "node" },
  "search-wide": { points: 6_000, windowSeconds: 60, key: "wide-address", counts: "all", store: "node" },
  "chat-search": { points: 120, windowSeconds: 60, key: "account", counts: "all", store: "node" },
  // A copy of everything is much work, and nobody needs it often; one of a conversation is less.
  export: { points: 10, windowSeconds: 3600, key: "account", counts: "all", store: "shared" },
  "chat-export": { points: 60, windowSeconds: 3600, key: "account", counts: "all", store: "shared" },
  // Each is read by a person.
  report: { points: 20, windowSeconds: 3600, key: "account", counts: "all", store: "shared" },
  bookmark: { points: 60, windowSeconds: 60, key: "account", counts: "all", store: "node" },
  administration: { points: 600, windowSeconds: 60, key: "address", counts: "all", store: "node" },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;

/** What people do, and which limits count it. A route names one act, `limit("login")`. */
export const acts = {
  login: ["login", "login-wide", "login-server"],
  // Whoever guards with it names the account by `limitIdentifier`.
  password: ["login", "login-wide", "login-server", "login-account", "login-account-address"],
  "second-factor": ["second-factor", "second-factor-wide"],
  "step-up": ["step-up", "step-up-wide", "step-up-account"],
  register: ["register", "register-wide", "register-server"],
  guest: ["guest", "guest-wide", "guest-server"],
  verify: ["verify", "verify-wide", "verify-server"],
  reset: ["verify", "verify-wide", "verify-server"],
  letter: ["letter", "letter-wide", "letter-server"],
  "step-up-letter": ["letter", "letter-wide", "letter-server", "letter-account"],
  // Its body may bring the password along.
  "email-change": ["letter", "letter-wide", "letter-server", "email-change", "step-up-account"],
  provider: ["provider", "provider-wide", "provider-server"],
  passkey: ["passkey", "passkey-wide"],
  refresh: ["refresh", "refresh-wide"],
  question: ["question", "question-address"],
  search: ["search", "search-wide"],
  "chat-search": ["chat-search"],
  export: ["export"],
  "chat-export": ["chat-export"],
  report: ["report"],
  bookmark: ["bookmark"],
  administration: ["administration"],
} as const satisfies Record<string, readonly PolicyName[]>;

export type ActName = keyof typeof acts;

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

/** What makes the server say that somebody is trying passwords. It refuses nothing by itself. */
export const attackRules = {
  /** Accounts that one network tried in a day without getting into them. Readers who mistype come in afterwards. */
  accountsOfNetwork: 20,
  /** The same from everywhere together: so many, and so many times the usual of the week before. */
  accountsOfAll: 60,
  timesUsual: 4,
  /** An account under attack is said so often in the log of events, and its owner hears of it so often by letter. */
  accountEverySeconds: 3600,
  letterEverySeconds: 24 * 3600,
} as const;
