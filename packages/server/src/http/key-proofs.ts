import type { Context } from "hono";
import { ValidationError } from "../domain-error.ts";
import type { ProvenRequest } from "../sessions/dpop-proofs.ts";
import { DpopProofError } from "../sessions/errors.ts";
import type { KeyProof } from "../sessions/key-proof.ts";
import type { HttpEnv } from "./app-type.ts";

/**
 * Reads the header `DPoP` (RFC 9449). A request has one proof, which may stand for two things: that the
 * sender may use a bound token, and that it holds the key of the session that is about to begin.
 */
export function createKeyProofs(dpop: {
  prove: (request: ProvenRequest) => Promise<KeyProof>;
  nextNonce: () => string | undefined;
}) {
  /**
   * @param accessToken - sent with the scheme `DPoP`; the proof must be made for it
   * @throws {DpopProofError}
   */
  async function find(c: Context<HttpEnv>, accessToken?: string): Promise<KeyProof | undefined> {
    const header = c.req.header("dpop");
    if (header === undefined) return undefined;
    const known = c.get("keyProof");
    if (known && accessToken === undefined) return known;
    const path = new URL(c.req.url).pathname;
    const proof = await dpop.prove({ proof: header, method: c.req.method, path, accessToken });
    c.set("keyProof", proof);
    const nonce = dpop.nextNonce();
    if (nonce !== undefined) c.header("dpop-nonce", nonce);
    return proof;
  }

  return {
    find,

    /** @throws {DpopProofError} also where there is none */
    async require(c: Context<HttpEnv>, accessToken: string): Promise<KeyProof> {
      const proof = await find(c, accessToken);
      if (!proof) throw new DpopProofError("The request has none.");
      return proof;
    },

    /**
     * The key that a session which begins now is bound to, if the request proves one.
     *
     * @throws {DpopProofError} @throws {ValidationError} a cookie is bound to its browser already
     */
    async bind(c: Context<HttpEnv>, delivery: "cookie" | "body"): Promise<string | undefined> {
      const proof = await find(c);
      if (!proof) return undefined;
      if (delivery === "cookie") {
        const message = "A session that is bound to a key is delivered in the body.";
        throw new ValidationError([{ field: "delivery", code: "value-invalid", message }]);
      }
      await proof.spend();
      return proof.thumbprint;
    },
  };
}

export type KeyProofs = ReturnType<typeof createKeyProofs>;
