// Proof that whoever uses a session holds its key (RFC 9449). The key's thumbprint is fixed when the
// session begins; from then on every token of the session needs a proof. See docs/decisions/019.
import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { createDpopNonces, nonceTurnMs } from "./dpop-nonces.ts";
import { createProofCheck, type ProvenRequest } from "./dpop-proofs.ts";
import * as queries from "./dpop-queries.ts";
import { DpopProofError } from "./errors.ts";

/** Longer than any proof can be accepted: by its `iat`, by a nonce, and with clocks that differ between nodes. */
const proofKeptMs = 5 * nonceTurnMs;

/** The sender of a request holds the key with this thumbprint. */
export interface KeyProof {
  readonly thumbprint: string;
  /**
   * Uses the proof up: the last check, because it is the one that writes. Calling it again does nothing.
   *
   * @throws {DpopProofError} the same proof came before, at any node
   */
  readonly spend: () => Promise<void>;
}

export function createDpop(deps: {
  database: Database;
  clock: Clock;
  keyring: Keyring;
  publicUrl: string;
  nonce: "on" | "off";
}) {
  const { database, clock } = deps;
  const nonces = createDpopNonces(deps);
  const nonceNeeded = deps.nonce === "on";
  const check = createProofCheck({ clock, publicUrl: deps.publicUrl, nonces, nonceNeeded });

  async function spend(thumbprint: string, jti: string): Promise<void> {
    const id = createHash("sha256").update(thumbprint).update(jti).digest();
    const expiresAt = new Date(clock.now().getTime() + proofKeptMs);
    if (!(await queries.insertProof(database, { id, expiresAt }))) {
      throw new DpopProofError("It was used before.");
    }
  }

  return {
    /** @throws {DpopProofError} */
    async prove(request: ProvenRequest): Promise<KeyProof> {
      const { thumbprint, jti } = await check(request);
      let spent: Promise<void> | undefined;
      return {
        thumbprint,
        spend() {
          spent ??= spend(thumbprint, jti);
          return spent;
        },
      };
    },

    /** What the next proof should carry; `undefined` where none is asked for. */
    nextNonce: () => (nonceNeeded ? nonces.current() : undefined),

    purge: () => queries.deleteExpiredProofs(database, clock.now()),
  };
}

export type Dpop = ReturnType<typeof createDpop>;

/**
 * A bound token counts with its key alone, an unbound one with none.
 *
 * @param bound - the thumbprint in the token
 * @throws {DpopProofError}
 */
export function requireSameKey(bound: string | undefined, proof: KeyProof | undefined): void {
  if (bound === proof?.thumbprint) return;
  if (bound !== undefined && proof !== undefined)
    throw new DpopProofError("The token is bound to another key than the proof's.");
  throw new DpopProofError(
    bound === undefined
      ? "The token is bound to no key: send it as Bearer, without a proof."
      : "The token is bound to a key: send it as DPoP, with a proof of that key.",
    { error: "invalid_token" },
  );
}
