import { toAccount } from "./account.ts";
import { AccountNotFoundError } from "./errors.ts";
import type { PersonalData } from "./personal-data.ts";
import { findReader, listWaysToSignIn } from "./queries.ts";

export const accountData: PersonalData = {
  part: "account",
  async read(db, userId) {
    const reader = await findReader(db, userId);
    if (!reader) throw new AccountNotFoundError();
    return toAccount(reader);
  },
};

/** That there is a password, and which providers know the reader; never the password's hash or a token. */
export const waysToSignInData: PersonalData = {
  part: "waysToSignIn",
  async read(db, userId) {
    const ways = await listWaysToSignIn(db, userId);
    return ways.map(({ providerId, accountId, createdAt }) => ({
      kind: providerId === "credential" ? "password" : "provider",
      ...(providerId !== "credential" && { provider: providerId, idAtProvider: accountId }),
      since: createdAt.toISOString(),
    }));
  },
};
