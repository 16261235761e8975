import type { Credential, NewCredential } from "./schemas.ts";
import type { NewPasskeyAnswer, PasskeyAnswer } from "./webauthn.ts";

/** What counts of a browser's credential; the rest of it is left aside. */
export function toPasskeyAnswer({ id, response }: Credential): PasskeyAnswer {
  const { clientDataJSON, authenticatorData, signature } = response;
  return { id, clientDataJSON, authenticatorData, signature };
}

/** The same for a credential that has just been made, and how the browser reaches it. */
export function toNewPasskeyAnswer({ id, response }: NewCredential): {
  answer: NewPasskeyAnswer;
  transports: readonly string[] | undefined;
} {
  const { clientDataJSON, attestationObject, transports } = response;
  return { answer: { id, clientDataJSON, attestationObject }, transports };
}
