import { challengeLastsMs } from "./challenges.ts";
import type { CreationOptions, RequestOptions } from "./schemas.ts";
import type { RelyingParty } from "./webauthn.ts";

/** ES256, EdDSA, RS256: what authenticators have (IANA COSE Algorithms). */
const algorithms = [-7, -8, -257];

interface Credential {
  readonly credentialId: string;
  readonly transports: string | null;
}

const describe = ({ credentialId, transports }: Credential) => ({
  type: "public-key" as const,
  id: credentialId,
  ...(transports !== null && { transports: transports.split(",") }),
});

/**
 * What makes a passkey: one that the browser finds without being told an address, and that verifies its user.
 *
 * @param reader.userId - a passkey keeps it and shows it to nobody; names can change, it cannot
 */
export function creationOptions(
  party: { id: string; name: string },
  challenge: string,
  reader: { userId: string; email: string; name: string; passkeys: readonly Credential[] },
): CreationOptions["options"] {
  return {
    challenge,
    rp: party,
    user: {
      id: Buffer.from(reader.userId).toString("base64url"),
      name: reader.email,
      displayName: reader.name === "" ? reader.email : reader.name,
    },
    pubKeyCredParams: algorithms.map((alg) => ({ type: "public-key" as const, alg })),
    timeout: challengeLastsMs,
    excludeCredentials: reader.passkeys.map(describe),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    // Whose make it is would have to be believed, and decides nothing here.
    attestation: "none",
  };
}

/** @param allowed - left out where nobody has said who they are: the browser knows which passkeys it has */
export function requestOptions(
  party: RelyingParty,
  challenge: string,
  allowed?: readonly Credential[],
): RequestOptions["options"] {
  return {
    challenge,
    rpId: party.id,
    timeout: challengeLastsMs,
    ...(allowed && { allowCredentials: allowed.map(describe) }),
    userVerification: "required",
  };
}
