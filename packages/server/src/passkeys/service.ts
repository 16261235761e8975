// Passkeys: WebAuthn credentials that a browser finds by itself and that verify their user, so that one of them is
// two factors. One implementation for our own routes and for those of Better Auth's clients. See
// docs/decisions/027-passkeys.md.
import { InvalidCredentialsError } from "../accounts/errors.ts";
import type { SignInOutcome, SignInRequest, SignIns } from "../accounts/sign-in.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Transaction } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { AccessToken } from "../sessions/access-tokens.ts";
import type { Principal } from "../sessions/principal.ts";
import type { Device, Sessions } from "../sessions/service.ts";
import { createChallenges, type Purpose } from "./challenges.ts";
import { GuestWithoutPasskeysError, PasskeyRefusedError, PasskeyUnknownError } from "./errors.ts";
import { requestOptions } from "./options.ts";
import { createOwnPasskeys, type OwnPasskeysDeps } from "./own-passkeys.ts";
import * as queries from "./queries.ts";
import type { RequestOptions } from "./schemas.ts";
import { createWebauthn, type PasskeyAnswer } from "./webauthn.ts";

export interface PasskeysDeps extends Omit<OwnPasskeysDeps, "challenges" | "webauthn"> {
  readonly keyring: Keyring;
  readonly sessions: Sessions;
  readonly signIns: SignIns;
}

/** An answer to options, and which options those were. */
export interface PasskeyProof {
  readonly requestId: string;
  readonly answer: PasskeyAnswer;
}

export function createPasskeys(deps: PasskeysDeps) {
  const { database, clock, sessions, signIns, relyingParty } = deps;
  const challenges = createChallenges(deps);
  const webauthn = createWebauthn(relyingParty);

  /** Whose passkey has answered, checked. The challenge is used up whatever comes of it. */
  async function check(purpose: Purpose, { requestId, answer }: PasskeyProof) {
    const challenge = await challenges.redeem(purpose, requestId);
    const passkey = await queries.findPasskey(database, answer.id);
    if (!passkey) throw new PasskeyUnknownError();
    return { passkey, use: await webauthn.check(answer, challenge, passkey) };
  }

  async function noteUse(trx: Transaction, id: string, use: { counter: number; backedUp: boolean }) {
    // Removed while it was being checked: what it proved is undone.
    if (!(await queries.notePasskeyUse(trx, { id, ...use, at: clock.now() })))
      throw new PasskeyUnknownError();
  }

  return {
    /** Says nothing about anybody: the browser knows which passkeys it has, so no address is asked for. */
    signInOptions(): RequestOptions {
      const { requestId, challenge } = challenges.issue({ act: "sign-in" });
      return { requestId, options: requestOptions(relyingParty, challenge) };
    },

    /**
     * @throws {PasskeyRefusedError} {PasskeyUnknownError}
     * @throws {AccountBannedError} {EmailNotVerifiedError}
     * @throws {InvalidCredentialsError} the account changed while the passkey was being checked
     */
    async signIn(proof: PasskeyProof, request: SignInRequest): Promise<SignInOutcome> {
      const { passkey, use } = await check({ act: "sign-in" }, proof);
      const { id, userId, epoch } = passkey;
      return inTransaction(database, async (trx, afterCommit) => {
        const factor = { userId, epoch, method: "passkey", userVerified: true } as const;
        const outcome = await signIns.complete(trx, afterCommit, factor, request);
        if (!outcome) throw new InvalidCredentialsError();
        await noteUse(trx, id, use);
        return outcome;
      });
    },

    /** @throws {GuestWithoutPasskeysError} */
    async stepUpOptions({ userId, sessionId, guest }: Principal): Promise<RequestOptions> {
      if (guest) throw new GuestWithoutPasskeysError();
      const { requestId, challenge } = challenges.issue({ act: "step-up", sessionId });
      const own = await queries.listCredentials(database, userId);
      return { requestId, options: requestOptions(relyingParty, challenge, own) };
    },

    /**
     * Proves again who one is, with a passkey of one's own.
     *
     * @throws {PasskeyRefusedError} also somebody else's passkey @throws {PasskeyUnknownError}
     * @throws {TokenStaleError} {SessionEndedError}
     */
    async stepUp(principal: Principal, proof: PasskeyProof & { device: Device }): Promise<AccessToken> {
      const { userId, sessionId } = principal;
      const { passkey, use } = await check({ act: "step-up", sessionId }, proof);
      if (passkey.userId !== userId) throw new PasskeyRefusedError();
      await inTransaction(database, (trx) => noteUse(trx, passkey.id, use));
      return sessions.stepUp(principal, { epoch: passkey.epoch, device: proof.device });
    },

    ...createOwnPasskeys({ ...deps, challenges, webauthn }),

    /** Forgets answered challenges that nobody could answer again anyway. */
    purge: () => queries.deleteExpiredAnswered(database, clock.now()),
  };
}

export type Passkeys = ReturnType<typeof createPasskeys>;
