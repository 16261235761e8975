// The second factor: codes of an app, recovery codes for when it is lost, and devices that need not be asked
// every time. Where it is asked for is decided in `accounts/sign-in.ts`. See docs/decisions/026-second-factor.md.
import type { Audit } from "../audit/audit.ts";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Mail } from "../mail/mail.ts";
import type { Sessions } from "../sessions/service.ts";
import { deleteExpiredChallenges } from "./challenge-queries.ts";
import { createChallenges } from "./challenges.ts";
import { createCodes, type ShownCode } from "./codes.ts";
import { createOwnerNotice } from "./owner.ts";
import type { SecondFactorPolicy } from "./policy.ts";
import { countRecoveryCodes } from "./queries.ts";
import { createSetUp } from "./set-up.ts";
import { createTrustedDevices } from "./trusted-devices.ts";

export { methodOf, type SecondFactorMethod, type ShownCode } from "./codes.ts";

export interface SecondFactorDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly sessions: Sessions;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly policy: SecondFactorPolicy;
  readonly accountUrl: string;
  /** What the reader's app calls this site. */
  readonly findIssuer: () => Promise<string>;
}

export function createSecondFactor(deps: SecondFactorDeps) {
  const { database, clock } = deps;
  const tellOwner = createOwnerNotice(deps);
  const trustedDevices = createTrustedDevices(deps);
  const challenges = createChallenges(deps);
  const refuseCode = createCodes({ ...deps, tellOwner });
  const setUp = createSetUp({ ...deps, tellOwner, trustedDevices });

  return {
    setUp,
    challenges,
    trustedDevices,
    refuseCode,

    /**
     * Uses a code up, in a transaction of its own.
     *
     * @throws {InvalidCodeError} {SecondFactorRestsError} the try is counted
     */
    async requireCode(userId: string, shown: ShownCode): Promise<void> {
      const refusal = await inTransaction(database, (trx) => refuseCode(trx, userId, shown));
      if (refusal) throw refusal;
    },

    countRecoveryCodes: (userId: string) => countRecoveryCodes(database, userId),

    /** Whether a role needs the second factor to be more than a reader's. */
    isRequiredFor: deps.policy.requires,

    /** Removes what has expired. */
    async purge(): Promise<void> {
      await deleteExpiredChallenges(database, clock.now());
      await trustedDevices.purge();
      await setUp.purge();
    },
  };
}

export type SecondFactor = ReturnType<typeof createSecondFactor>;
