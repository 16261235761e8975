// Limits by account, whether there is one or not, and the way past them for its owner: a browser in which the account
// has signed in before has a counter of its own, which no stranger can use up. See docs/decisions/039.

import { normalizeEmail } from "../accounts/email.ts";
import { findCredential } from "../accounts/queries.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { readerNetworkOf } from "../network.ts";
import type { Sessions } from "../sessions/service.ts";
import { TooManyRequestsError } from "./errors.ts";
import type { Limiter, Taken } from "./limiter.ts";
import type { Counter } from "./memory-counters.ts";
import { type ActName, acts, policies } from "./policies.ts";

/** Who is meant by a request, and from where. */
export interface Identified {
  /** As it was typed. */
  readonly identifier: string;
  /** The reader's network address. */
  readonly address: string;
  /** What the browser would be known again by; anybody can make one up. */
  readonly browserToken: string | undefined;
  /** Why the address would be refused already. */
  readonly refusal: TooManyRequestsError | undefined;
}

export interface IdentifierLimitsDeps {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly limiter: Limiter;
  readonly sessions: Pick<Sessions, "isKnownDevice">;
}

/** Nobody's: an address without an account is looked for as long as one that has some. */
const nobody = "00000000-0000-0000-0000-000000000000";

export function createIdentifierLimits({ database, keyring, limiter, sessions }: IdentifierLimitsDeps) {
  /** No counter says whose it is. */
  const hash = (...parts: readonly string[]) =>
    keyring.mac("identifier", parts.join(" ")).toString("base64url");

  /** The browser kind alone: what an app shows of itself is no secret. */
  async function isKnownBrowser(email: string, browserToken: string): Promise<boolean> {
    const account = await findCredential(database, email);
    const device = { ipAddress: "", userAgent: "", browserToken };
    return sessions.isKnownDevice({ userId: account?.userId ?? nobody, delivery: "cookie", device });
  }

  function countersOf(act: ActName, email: string, network: string): Counter[] {
    return acts[act].flatMap((policy): Counter[] => {
      const { key } = policies[policy];
      if (key === "identifier") return [{ policy, key: hash(email) }];
      return key === "identifier-address" ? [{ policy, key: `${hash(email)}/${network}` }] : [];
    });
  }

  return {
    /**
     * Takes a point from the limits of an act that count by account; in the browser of an account that strangers have
     * used them up for, from its own.
     *
     * @throws {TooManyRequestsError} the same for an address without an account
     */
    async take(act: ActName, who: Identified): Promise<readonly Taken[]> {
      const email = normalizeEmail(who.identifier);
      const network = readerNetworkOf(who.address);
      try {
        if (who.refusal) throw who.refusal;
        return await limiter.takeAll(countersOf(act, email, network));
      } catch (refusal) {
        const { browserToken } = who;
        if (!(refusal instanceof TooManyRequestsError) || browserToken === undefined) throw refusal;
        limiter.takeHere("device-check", network);
        if (!(await isKnownBrowser(email, browserToken))) throw refusal;
        return [await limiter.take("login-device", hash(email, browserToken))];
      }
    },

    /** A password that was typed wrong where its account is signed in counts for the account as well, and is not refused. */
    async charge(email: string): Promise<void> {
      try {
        await limiter.take("login-account", hash(email));
      } catch (refusal) {
        if (!(refusal instanceof TooManyRequestsError)) throw refusal;
      }
    },
  };
}

export type IdentifierLimits = ReturnType<typeof createIdentifierLimits>;
