import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { AccessToken, AccessTokens } from "./access-tokens.ts";
import { SessionEndedError, TokenStaleError } from "./errors.ts";
import type { Principal } from "./principal.ts";
import { lockUserAtEpoch } from "./queries.ts";
import type { Device } from "./service.ts";
import { moveAuthTime } from "./step-up-queries.ts";

/** How long a proof of who somebody is counts for acts that a borrowed device must not be enough for. */
export const stepUpLastsMs = 10 * 60_000;

export interface StepUpDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly accessTokens: AccessTokens;
}

/**
 * Whoever has just proven again who they are gets an access token that says so, for the session that
 * they have: same `sid`, same key, no refresh token. A refresh keeps the new time.
 *
 * @see OpenID Connect Core, section 2 (`auth_time`); RFC 9470; OWASP ASVS 5.0, 7.5.1
 */
export function createStepUp({ database, clock, audit, accessTokens }: StepUpDeps) {
  /**
   * @param proof.epoch - under which the credential was read: a reset in the meantime makes it worthless
   * @throws {TokenStaleError} the epoch has moved since; a refresh tells whether the session goes on
   * @throws {SessionEndedError}
   */
  return async function stepUp(
    principal: Principal,
    proof: { epoch: number; device: Device },
  ): Promise<AccessToken> {
    const { userId, sessionId, epoch } = principal;
    const authTime = clock.now();
    await inTransaction(database, async (trx) => {
      const current = proof.epoch === epoch && (await lockUserAtEpoch(trx, userId, epoch));
      if (!current) throw new TokenStaleError();
      if (!(await moveAuthTime(trx, { sessionId, userId, authTime }))) throw new SessionEndedError();
      await audit.record(trx, { kind: "stepped-up", userId, sessionId, ...proof.device });
    });
    // The turn stays the one of the token that asked: the answer to a later turn may never have arrived,
    // and a token that names it would be taken for the sign that it did.
    return accessTokens.mint({ ...principal, keyThumbprint: principal.keyThumbprint, authTime });
  };
}

export type StepUp = ReturnType<typeof createStepUp>;
