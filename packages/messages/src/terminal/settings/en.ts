interface Given {
  /** As it was written. */
  readonly value: string;
}

/** What is wrong with a setting, and why that matters. The line to write needs no translation. */
export const settings = {
  why: "why",
  write: "write",
  /** Between two lines either of which helps. */
  or: "or",
  /** A name that nothing reads; the line to write says which was meant. */
  misspelt: { what: "is not a setting, so nothing reads it", why: "its name is nearly that of a setting" },
  notKnown: ({ value, choices }: Given & { choices: string }) => ({
    what: `"${value}" is not known`,
    why: `it must be one of ${choices}`,
  }),
  notInRange: ({ value, least, most }: Given & { least: number; most: number }) => ({
    what: `"${value}" is not usable`,
    why: `it must be a whole number from ${least} to ${most}`,
  }),
  noDuration: ({ value }: Given) => ({
    what: `"${value}" is not usable`,
    why: "it must look like 30s, 15m, 12h or 7d",
  }),
  durationNotInRange: ({ value, least, most }: Given & { least: string; most: string }) => ({
    what: `"${value}" is not usable`,
    why: `it must be from ${least} to ${most}`,
  }),
  noQuota: ({ value }: Given) => ({
    what: `"${value}" is not a quota`,
    why: "it must be questions a day like 20/d, tokens like 500000t/d, both with a comma between them, or none",
  }),
  quotaTooLow: ({ value, least }: Given & { least: number }) => ({
    what: `"${value}" is less than one answer may cost`,
    why: `up to ${least} tokens are kept back for each answer, so no question would ever be answered`,
  }),
  noRoleName: ({ value }: Given) => ({
    what: `"${value}" does not name a new role`,
    why: "a role is name:user or name:moderator; its name is small letters, digits and hyphens, used once, and none of guest, user, moderator, admin",
  }),
  noRoleLike: ({ value }: Given) => ({
    what: `"${value}" does not say which role it is like`,
    why: "a role has the rank, quotas and second-factor policy of user or moderator; whoever may do everything is an admin",
  }),
  noDomain: ({ value }: Given) => ({
    what: `"${value}" is not a domain`,
    why: "it is compared with what stands after the @ of an address: write it like example.org",
  }),
  domainsUnproven: {
    what: "names domains that nobody has to prove",
    why: "with EMAIL_VERIFICATION=off anybody could type an address of these domains",
  },
  noWebAddress: ({ value }: Given) => ({
    what: `"${value}" is not a web address`,
    why: "links, cookies and tokens are made from it",
  }),
  noOrigin: ({ value }: Given) => ({
    what: `"${value}" is not an origin`,
    why: "origins are compared exactly: scheme, host and port, without path or slash",
  }),
  noAddressRange: ({ value }: Given) => ({
    what: `"${value}" is not an address range`,
    why: "it must be like 10.0.0.0/8",
  }),
  hasPath: ({ value }: Given) => ({
    what: `"${value}" has a path`,
    why: "it is an origin: cookies and tokens know no path",
  }),
  notWritable: ({ value }: Given) => ({
    what: `"${value}" cannot be written`,
    why: "the embedded database and the generated secret live there",
  }),
  noRedis: { what: "is not a Redis address", why: "limits are counted there by several servers together" },
  noPostgres: { what: "is not a Postgres address", why: "Postgres 15 or newer is the database" },
  transportNotSet: ({ value, setting }: Given & { setting: string }) => ({
    what: `names "${value}", which has no settings`,
    why: `letters go that way only with ${setting}`,
  }),
  noWebhookSecret: {
    what: "is not what Resend shows",
    why: "it begins with whsec_, and whoever forges reports could silence addresses",
  },
  noMailServer: { what: "is not a mail server's address", why: "letters go out through it" },
  noSender: {
    what: "is missing",
    why: "mail servers refuse letters without a sender of their domain",
  },
  noBearerSecret: {
    what: "is not random enough",
    why: "who guesses it can ask about tokens; at least 32 letters, digits or - . _ ~ + /",
  },
  reachable: ({ value }: Given) => ({
    what: `"${value}" is reachable from elsewhere`,
    why: "development shows letters and answers without hardening; it must stay on this machine",
  }),
  publicAddress: ({ value }: Given) => ({
    what: `"${value}" is a public address`,
    why: "development shows letters and answers without hardening; it must stay on this machine",
  }),
  notHttps: ({ value }: Given) => ({
    what: `"${value}" is not https`,
    why: "cookies and tokens would travel in the open",
  }),
  bookNotHttps: ({ value }: Given) => ({
    what: `"${value}" is not https`,
    why: "links in letters carry tokens there",
  }),
  otherSite: ({ value, api }: Given & { api: string }) => ({
    what: `"${value}" is on another site than "${api}"`,
    why: "browsers drop cookies across sites, so readers would be signed out at every reload",
  }),
  sharedHost: ({ value, suffix }: Given & { suffix: string }) => ({
    what: `"${value}" is under ${suffix}, where every name is a site of its own`,
    why: "Safari and Brave keep no cookie of an API elsewhere: it has to be under the very same name, or behind a proxy at /api",
  }),
  noMail: { what: "is missing", why: "nobody could verify an address" },
  limitsOff: { what: `"off" is for tests`, why: "passwords could be guessed without end" },
  /** Of a language model's settings. */
  modelIncomplete: { what: "is missing", why: "a language model needs its address and its name" },
  modelNotHttps: ({ value }: Given) => ({
    what: `"${value}" is not https`,
    why: "its key and readers' questions would travel in the open",
  }),
  modelRoute: ({ value }: Given) => ({
    what: `"${value}" is one route of the model`,
    why: "chat/completions is added to it",
  }),
  noModelKey: {
    what: "is not usable",
    why: "it travels in a header: visible ASCII characters without spaces",
  },
  /** One of two settings that make sense together only. */
  noPartner: ({ partner }: { partner: string }) => ({
    what: "is missing",
    why: `it belongs to ${partner}: a provider is on when both are set`,
  }),
  providerNeeds: ({ name }: { name: string }) => ({
    what: "is missing",
    why: `without it nobody finds the way to ${name}`,
  }),
  notUsable: ({ value }: Given) => ({
    what: `"${value}" is not usable`,
    why: "addresses of the provider are made from it",
  }),
  noIssuer: ({ value }: Given) => ({
    what: `"${value}" is not usable`,
    why: "it must be the provider's https address, exactly as its documents name it as issuer",
  }),
  noSecret: {
    what: "is missing",
    why: "tokens and stored keys hang on it; a generated one would be lost with this machine",
  },
  idTwice: { what: "names an id twice", why: "each id says which key is meant" },
  secretTooShort: ({ id, least }: { id: string; least: number }) => ({
    what: `secret "${id}" is shorter than ${least} bytes`,
    why: "who guesses it can be anybody",
  }),
  secretIsExample: ({ id }: { id: string }) => ({
    what: `secret "${id}" is an example, not a secret`,
    why: "who guesses it can be anybody",
  }),
  secretRepeats: ({ id }: { id: string }) => ({
    what: `secret "${id}" repeats itself too much`,
    why: "who guesses it can be anybody",
  }),
};
