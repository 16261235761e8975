import type {
  Account,
  NewPasskeyCredential,
  PasskeyCreationOptions,
  PasskeyCredential,
  PasskeyRequestOptions,
} from "../shapes.ts";

/** Whether this browser can do all that passkeys need. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential !== "undefined" &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

/** Whether this browser can offer passkeys in a form's field. */
export const offersPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());

/** Whether this device can make passkeys and verify its reader. */
export const makesPasskeys = async (): Promise<boolean> =>
  knowsPasskeys() && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

/** What the reader thought better of, or let pass: no fault that anybody need be told of. */
const isGivenUp = (error: unknown) =>
  error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");

/** @returns `null` where the reader gave up; `present` where the authenticator has one of theirs already */
export async function createCredential(
  options: PasskeyCreationOptions["options"],
): Promise<NewPasskeyCredential | "present" | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  try {
    const made = await navigator.credentials.create({ publicKey });
    if (!(made instanceof PublicKeyCredential)) return null;
    const { id, response } = made.toJSON();
    if (!("attestationObject" in response)) return null;
    const { clientDataJSON, attestationObject, transports } = response;
    return { id, type: "public-key", response: { clientDataJSON, attestationObject, transports } };
  } catch (error) {
    if (isGivenUp(error)) return null;
    if (error instanceof DOMException && error.name === "InvalidStateError") return "present";
    throw error;
  }
}

export interface PasskeyPrompt {
  /** `true`: the browser offers passkeys in the form's field, and shows nothing by itself. */
  readonly inForm?: boolean;
  readonly signal?: AbortSignal;
}

/** @returns `null` where the reader gave up */
export async function getCredential(
  options: PasskeyRequestOptions["options"],
  { inForm = false, signal }: PasskeyPrompt,
): Promise<PasskeyCredential | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  try {
    const found = await navigator.credentials.get({
      publicKey,
      ...(inForm && { mediation: "conditional" }),
      ...(signal && { signal }),
    });
    if (!(found instanceof PublicKeyCredential)) return null;
    const { id, response } = found.toJSON();
    if (!("signature" in response)) return null;
    const { clientDataJSON, authenticatorData, signature } = response;
    return { id, type: "public-key", response: { clientDataJSON, authenticatorData, signature } };
  } catch (error) {
    if (isGivenUp(error)) return null;
    throw error;
  }
}

/** Tells the browser that nobody here knows this passkey any more, where the browser listens. */
export async function forgetCredential(rpId: string, credentialId: string): Promise<void> {
  if (typeof PublicKeyCredential.signalUnknownCredential !== "function") return;
  await PublicKeyCredential.signalUnknownCredential({ rpId, credentialId }).catch(() => {});
}

/** Tells the browser what the reader is called now, where it listens: it shows the name beside their passkeys. */
export function renameInBrowser({ id, email, name }: Account): void {
  if (email === null || !knowsPasskeys()) return;
  if (typeof PublicKeyCredential.signalCurrentUserDetails !== "function") return;
  // The id that the server gives authenticators, and the host that it gives them it for: the book's own.
  const userId = btoa(id).replaceAll("=", "");
  const details = { rpId: location.hostname, userId, name: email, displayName: name ?? email };
  PublicKeyCredential.signalCurrentUserDetails(details).catch(() => {});
}
