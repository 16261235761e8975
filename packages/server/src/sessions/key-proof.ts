import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { type DpopNonces, nonceTurnMs } from "./dpop-nonces.ts";
import { createProofCheck, type ProvenRequest } from "./dpop-proofs.ts";
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

/** Remembers which proofs were used. */
export interface UsedProofs {
  /** @returns whether this is the first time */
  add(proof: { id: Buffer; expiresAt: Date }): boolean | Promise<boolean>;
}

/** Proofs of keys: each is checked, and counts once. */
export function createKeyProving(deps: {
  clock: Clock;
  publicUrl: string;
  used: UsedProofs;
  /** Where proofs may, or must, carry a nonce of the server's. */
  nonces?: DpopNonces | undefined;
  nonceNeeded: boolean;
}) {
  const { clock, used } = deps;
  const check = createProofCheck(deps);

  async function spend(thumbprint: string, jti: string): Promise<void> {
    const id = createHash("sha256").update(thumbprint).update(jti).digest();
    const expiresAt = new Date(clock.now().getTime() + proofKeptMs);
    if (!(await used.add({ id, expiresAt }))) throw new DpopProofError("It was used before.");
  }

  /** @throws {DpopProofError} */
  return async function prove(request: ProvenRequest): Promise<KeyProof> {
    const { thumbprint, jti } = await check(request);
    let spent: Promise<void> | undefined;
    return {
      thumbprint,
      spend() {
        spent ??= spend(thumbprint, jti);
        return spent;
      },
    };
  };
}

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
