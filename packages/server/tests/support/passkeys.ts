import { type Authenticator, createAuthenticator } from "./authenticator.ts";
import type { Answer, TestBrowser } from "./browser.ts";

interface RegistrationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
}

interface AuthenticationOptions {
  readonly challenge: string;
  readonly rpId: string;
}

export interface PasskeySession {
  readonly token: string;
  readonly session: { readonly id: string; readonly token: string };
  readonly user: { readonly id: string; readonly email: string };
}

/** Adds a passkey the way Better Auth's client does. */
export async function addPasskey(
  browser: TestBrowser,
  url: string,
  accessToken: string,
  authenticator: Authenticator = createAuthenticator(),
): Promise<Answer<{ id: string; code?: string }>> {
  const { body: options } = await browser.get<RegistrationOptions>(
    "/api/auth/passkey/generate-register-options",
    { accessToken },
  );
  const ceremony = { challenge: options.challenge, rpId: options.rp.id, origin: url };
  return browser.post(
    "/api/auth/passkey/verify-registration",
    { response: authenticator.register(ceremony), name: "Phone" },
    { accessToken },
  );
}

/** Signs in with a passkey. */
export async function signInWithPasskey(
  browser: TestBrowser,
  url: string,
  authenticator: Authenticator,
  options: { accessToken?: string } = {},
): Promise<Answer<PasskeySession & { code?: string }>> {
  const { body } = await browser.get<AuthenticationOptions>(
    "/api/auth/passkey/generate-authenticate-options",
  );
  const ceremony = { challenge: body.challenge, rpId: body.rpId, origin: url };
  const response = authenticator.authenticate(ceremony);
  return browser.post("/api/auth/passkey/verify-authentication", { response }, options);
}
