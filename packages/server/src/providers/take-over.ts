import type { LetterTokens } from "../accounts/letter-tokens.ts";
import { markEmailVerified } from "../accounts/queries.ts";
import { deletePassword } from "../accounts/recovery-queries.ts";
import { createDropUnproven } from "../accounts/unproven.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import type { AfterCommit } from "../database/transaction.ts";
import type { SecondFactor } from "../second-factor/service.ts";
import type { Sessions } from "../sessions/service.ts";

/**
 * An account whose address was never proven, and whose owner a provider now vouches for: whoever typed the address
 * keeps no way in, because they may be a stranger who waited for this.
 *
 * @see Sudhodanan and Paverd, "Pre-hijacked accounts", 2022: the classic-federated merge
 */
export function createTakeOver(deps: {
  clock: Clock;
  sessions: Sessions;
  secondFactor: SecondFactor;
  letterTokens: LetterTokens;
}) {
  const { clock, sessions, letterTokens } = deps;
  const dropUnproven = createDropUnproven(deps);

  /** @returns the account's new epoch */
  return async function takeOver(
    trx: Transaction,
    afterCommit: AfterCommit,
    userId: string,
  ): Promise<number> {
    await dropUnproven(trx, afterCommit, userId);
    await deletePassword(trx, userId);
    await letterTokens.revokeAll(trx, userId);
    await markEmailVerified(trx, userId, clock.now());
    await sessions.endAllOf(trx, afterCommit, userId);
    return sessions.raiseEpoch(trx, afterCommit, userId);
  };
}

export type TakeOver = ReturnType<typeof createTakeOver>;
