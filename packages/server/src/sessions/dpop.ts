// Proof that whoever uses a session holds its key (RFC 9449). The key's thumbprint is fixed when the
// session begins; from then on every token of the session needs a proof. See docs/decisions/019.
import type { Clock } from "../clock.ts";
import type { Keyring } from "../config/keyring.ts";
import type { Database } from "../database/database.ts";
import { createDpopNonces } from "./dpop-nonces.ts";
import * as queries from "./dpop-queries.ts";
import { createKeyProving } from "./key-proof.ts";

export function createDpop(deps: {
  database: Database;
  clock: Clock;
  keyring: Keyring;
  publicUrl: string;
  nonce: "on" | "off";
}) {
  const { database, clock, publicUrl } = deps;
  const nonces = createDpopNonces(deps);
  const nonceNeeded = deps.nonce === "on";

  return {
    prove: createKeyProving({
      clock,
      publicUrl,
      nonces,
      nonceNeeded,
      used: { add: (proof) => queries.insertProof(database, proof) },
    }),

    /** What the next proof should carry; `undefined` where none is asked for. */
    nextNonce: () => (nonceNeeded ? nonces.current() : undefined),

    purge: () => queries.deleteExpiredProofs(database, clock.now()),
  };
}

export type Dpop = ReturnType<typeof createDpop>;
