import type { SessionKeeper } from "../session.ts";
import { type Api, accepted } from "./api.ts";

export interface ClaimServerCalls {
  /**
   * Makes the account an administrator, with the key of the link that `bookplate admin link` prints. Needs a fresh
   * proof: `step-up-required`. The session is an administrator's from then on, in every tab.
   *
   * @returns whether the role waits for a second factor
   * @throws ProblemError `token-invalid`: the link is unknown, used, replaced or older than half an hour
   */
  readonly claimServer: (key: string) => Promise<{ readonly secondFactorSetUpRequired: boolean }>;
}

export function createClaimServerCalls({ signed }: Api, session: SessionKeeper): ClaimServerCalls {
  return {
    async claimServer(key) {
      const claimed = accepted(await signed.POST("/admin/claim", { body: { key } }));
      if (session.reader() === claimed.account.id) session.adopt(claimed);
      return { secondFactorSetUpRequired: claimed.secondFactorSetUpRequired ?? false };
    },
  };
}
