import type { VerifiedRegistrationResponse } from "@simplewebauthn/server";
import { PasskeyRefusedError } from "./errors.ts";
import type { KnownPasskey } from "./queries.ts";

/** Who passkeys are for: the site that its readers see. */
export interface RelyingParty {
  /** Host of the book; a passkey works there and on no other. */
  readonly id: string;
  /** What browsers call it. */
  readonly findName: () => Promise<string>;
  /** Where a browser may be when it asks. */
  readonly origins: readonly string[];
}

/** What an authenticator answered (the browser's `PublicKeyCredential.toJSON()`). */
interface Answer {
  readonly id: string;
  readonly clientDataJSON: string;
}

export interface NewPasskeyAnswer extends Answer {
  readonly attestationObject: string;
}

export interface PasskeyAnswer extends Answer {
  readonly authenticatorData: string;
  readonly signature: string;
}

export type NewPasskey = NonNullable<VerifiedRegistrationResponse["registrationInfo"]>;

const publicKey = { type: "public-key", clientExtensionResults: {} } as const;

// Loaded at the first use: most servers never see a passkey, and this weighs.
const load = () => import("@simplewebauthn/server");

/** Whatever cannot be read, and whatever does not fit, is refused in one way. */
async function refusing<T>(check: () => Promise<T | undefined>): Promise<T> {
  let outcome: T | undefined;
  try {
    outcome = await check();
  } catch (error) {
    throw new PasskeyRefusedError(error);
  }
  if (outcome === undefined) throw new PasskeyRefusedError();
  return outcome;
}

/**
 * Checks answers of authenticators. A stolen key alone opens nothing: it must have seen a finger, a face or a PIN.
 *
 * @see Web Authentication Level 3, sections 7.1 and 7.2; OWASP ASVS 5.0, 6.5
 */
export function createWebauthn(party: RelyingParty) {
  const expected = {
    expectedOrigin: [...party.origins],
    expectedRPID: party.id,
    requireUserVerification: true,
  };

  return {
    /** @throws {PasskeyRefusedError} */
    checkNew(answer: NewPasskeyAnswer, challenge: string): Promise<NewPasskey> {
      const { id, clientDataJSON, attestationObject } = answer;
      return refusing(async () => {
        const { verifyRegistrationResponse } = await load();
        const { registrationInfo } = await verifyRegistrationResponse({
          ...expected,
          expectedChallenge: challenge,
          response: { ...publicKey, id, rawId: id, response: { clientDataJSON, attestationObject } },
        });
        return registrationInfo;
      });
    },

    /** @throws {PasskeyRefusedError} */
    check(
      { id, clientDataJSON, authenticatorData, signature }: PasskeyAnswer,
      challenge: string,
      passkey: KnownPasskey,
    ): Promise<{ counter: number; backedUp: boolean }> {
      return refusing(async () => {
        const { verifyAuthenticationResponse } = await load();
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          ...expected,
          expectedChallenge: challenge,
          credential: {
            id: passkey.credentialId,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
            // A key in one device counts its signatures, and a copy of it would fall behind. What is synchronised has
            // no one count.
            counter: passkey.deviceType === "singleDevice" ? passkey.counter : 0,
          },
          response: {
            ...publicKey,
            id,
            rawId: id,
            response: { clientDataJSON, authenticatorData, signature },
          },
        });
        const { newCounter, credentialBackedUp } = authenticationInfo;
        return verified ? { counter: newCounter, backedUp: credentialBackedUp } : undefined;
      });
    },
  };
}

export type Webauthn = ReturnType<typeof createWebauthn>;
