import { hashToken, newToken } from "../accounts/secrets.ts";
import type { FirstFactor, SecondFactorRequired, SignInRequest } from "../accounts/sign-in.ts";
import type { Clock } from "../clock.ts";
import type { Transaction } from "../database/database.ts";
import { uuidv7 } from "../uuid.ts";
import * as queries from "./challenge-queries.ts";
import { countRecoveryCodes } from "./queries.ts";

const challengeLastsMs = 5 * 60_000;
const maxWrongCodes = 5;

/**
 * A sign-in between its first and its second factor. What its first request said is kept with it (the guest,
 * the key, how the session is handed over); nobody is signed in by it.
 */
export function createChallenges({ clock }: { clock: Clock }) {
  return {
    async begin(
      trx: Transaction,
      { userId, epoch }: Pick<FirstFactor, "userId" | "epoch">,
      request: SignInRequest,
    ): Promise<SecondFactorRequired> {
      const { delivery, keyThumbprint, guestId, keepGuestChats, claimable = false } = request;
      const challenge = newToken();
      // Whoever reads the challenge somewhere cannot go on with it in another browser.
      const browserProof = delivery === "cookie" ? newToken() : undefined;
      const expiresAt = new Date(clock.now().getTime() + challengeLastsMs);
      await queries.insertChallenge(trx, {
        id: uuidv7(),
        tokenHash: hashToken(challenge),
        browserHash: browserProof === undefined ? null : hashToken(browserProof),
        userId,
        epoch,
        delivery,
        dpopThumbprint: keyThumbprint ?? null,
        guestId: guestId ?? null,
        keepGuestChats,
        claimable,
        expiresAt,
      });
      const methods: SecondFactorRequired["methods"] =
        (await countRecoveryCodes(trx, userId)) > 0 ? ["totp", "recovery-code"] : ["totp"];
      return { status: "second-factor-required", challenge, methods, expiresAt, browserProof };
    },

    /** Whose sign-in it is: the account is locked before its challenge. */
    find: (trx: Transaction, { challenge }: { challenge: string }) =>
      queries.findChallenge(trx, hashToken(challenge)),

    /** @returns `undefined` for unknown, used, expired, burnt and another browser's challenges alike */
    async lock(
      trx: Transaction,
      shown: { challenge: string; browserProof: string | undefined },
    ): Promise<queries.Challenge | undefined> {
      const found = await queries.lockChallenge(trx, hashToken(shown.challenge), clock.now());
      if (!found || found.wrongCodes >= maxWrongCodes) return undefined;
      if (!found.browserHash) return found;
      const sameBrowser =
        shown.browserProof !== undefined && hashToken(shown.browserProof).equals(found.browserHash);
      return sameBrowser ? found : undefined;
    },

    /** Five wrong codes burn a challenge. */
    countWrongCode: queries.countWrongCode,
    use: queries.deleteChallenge,
  };
}

export type Challenges = ReturnType<typeof createChallenges>;
