import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";

/** A nonce is good for this long at least, and for twice as long at most. */
export const nonceTurnMs = 60_000;

/**
 * Nonces for proofs (RFC 9449, section 8): a MAC over the server's own time, the same on every node, so
 * that nothing is stored. A proof with one is younger than the nonce, whatever its maker's clock says.
 */
export function createDpopNonces({ keyring, clock }: { keyring: Keyring; clock: Clock }) {
  const currentTurn = () => Math.floor(clock.now().getTime() / nonceTurnMs);
  const encode = (mac: Buffer) => mac.toString("base64url");
  /** Under every secret: nodes may be between two lists of them. */
  const goodIn = (turn: number) => keyring.macs("dpop-nonce", String(turn)).map(encode);

  return {
    current: () => encode(keyring.mac("dpop-nonce", String(currentTurn()))),
    // Anybody is told the nonces of now, so nothing is lost by comparing them plainly.
    isGood: (nonce: unknown) =>
      [currentTurn(), currentTurn() - 1].flatMap(goodIn).some((good) => good === nonce),
  };
}

export type DpopNonces = ReturnType<typeof createDpopNonces>;
