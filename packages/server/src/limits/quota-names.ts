/** What is counted: questions, and the tokens that a model's provider counts. */
export const quotaNames = ["messages", "tokens"] as const;

export type QuotaName = (typeof quotaNames)[number];

/** Whose quota it is: a guest's with all of its network, an account's, or everybody's. */
export const quotaScopes = ["guest", "user", "server"] as const;

export type QuotaScope = (typeof quotaScopes)[number];
