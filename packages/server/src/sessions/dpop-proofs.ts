import { createHash } from "node:crypto";
import { calculateJwkThumbprint, EmbeddedJWK, errors, type JWTVerifyResult, jwtVerify } from "jose";
import type { Clock } from "../clock.ts";
import type { DpopNonces } from "./dpop-nonces.ts";
import { DpopProofError } from "./errors.ts";

/**
 * Signatures whose checking costs little and the same for every key; with RSA the sender would choose the
 * cost. `EdDSA` is the older name of `Ed25519`.
 */
export const dpopAlgorithms = ["ES256", "Ed25519", "EdDSA"] as const;

/** Ours have about 600 characters. */
const maxProofCharacters = 4096;
const maxAgeSeconds = 60;
const clockSkewSeconds = 30;

/** A request whose sender shows that it holds a key. */
export interface ProvenRequest {
  /** The header `DPoP`; two of them arrive joined by a comma, which no proof contains. */
  readonly proof: string;
  readonly method: string;
  /** As the request line has it, without the query. */
  readonly path: string;
  /** The token that was sent with the scheme `DPoP`, if one was. */
  readonly accessToken?: string | undefined;
}

/** A proof that is right in itself. Whether it is the first of its kind is another question. */
export interface CheckedProof {
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string;
  readonly jti: string;
}

/**
 * The checks of RFC 9449, section 4.3, on one proof; all but the last (the token's key, which the caller
 * compares) and the memory of used proofs.
 *
 * @param deps.publicUrl - the origin that proofs must name; what the request says about its host is not believed
 * @throws {DpopProofError}
 */
export function createProofCheck(deps: {
  clock: Clock;
  publicUrl: string;
  nonces?: DpopNonces | undefined;
  nonceNeeded: boolean;
}) {
  const { clock, publicUrl, nonces } = deps;
  const nonceOfNow = () => (nonces ? { nonce: nonces.current() } : {});

  return async function check(request: ProvenRequest): Promise<CheckedProof> {
    const { payload, protectedHeader } = await verifySignature(request.proof);
    const { htm, htu, jti, iat, ath, nonce } = payload;
    if (typeof jti !== "string" || jti === "") throw new DpopProofError("It has no `jti`.");
    if (htm !== request.method) throw new DpopProofError(`Its \`htm\` is not ${request.method}.`);
    const target = publicUrl + request.path;
    if (!namesTarget(htu, target)) throw new DpopProofError(`Its \`htu\` is not ${target}.`);
    if (request.accessToken !== undefined && ath !== hashOf(request.accessToken)) {
      throw new DpopProofError("Its `ath` is not the hash of the access token.");
    }
    const timely = nonces?.isGood(nonce) ?? false;
    if (!timely && deps.nonceNeeded) {
      throw new DpopProofError("It needs the `nonce` of this answer.", {
        error: "use_dpop_nonce",
        ...nonceOfNow(),
      });
    }
    if (typeof iat !== "number") throw new DpopProofError("It has no `iat`.");
    // Section 4.3, check 11: either the one or the other says when it was made.
    if (!timely && !isRecent(iat)) {
      const mend = nonces ? "; with the `nonce` of this answer that does not matter." : ".";
      throw new DpopProofError(`Its \`iat\` is not now${mend}`, {
        error: "invalid_dpop_proof",
        ...nonceOfNow(),
      });
    }
    return { thumbprint: await calculateJwkThumbprint(protectedHeader.jwk ?? {}), jti };
  };

  /** Form, type, algorithm, public key and signature. */
  async function verifySignature(proof: string): Promise<JWTVerifyResult> {
    if (proof.length > maxProofCharacters) throw new DpopProofError("It is too long.");
    try {
      return await jwtVerify(proof, EmbeddedJWK, {
        algorithms: [...dpopAlgorithms],
        typ: "dpop+jwt",
        currentDate: clock.now(),
      });
    } catch (error) {
      throw new DpopProofError(
        error instanceof errors.JOSEError ? `${error.message}.` : "Its key is no key.",
      );
    }
  }

  function isRecent(iat: number): boolean {
    const age = clock.now().getTime() / 1000 - iat;
    return age <= maxAgeSeconds && age >= -clockSkewSeconds;
  }
}

/** Compared as URLs, without query and fragment (RFC 3986, sections 6.2.2 and 6.2.3). */
function namesTarget(htu: unknown, target: string): boolean {
  if (typeof htu !== "string" || !URL.canParse(htu)) return false;
  const { origin, pathname } = new URL(htu);
  return origin + pathname === target;
}

function hashOf(accessToken: string): string {
  return createHash("sha256").update(accessToken).digest("base64url");
}
