import { type Authenticator, createAuthenticator } from "./authenticator.ts";
import type { Answer, TestBrowser } from "./browser.ts";

export interface PasskeySession {
  readonly token: string;
  readonly session: { readonly id: string; readonly token: string };
  readonly user: { readonly id: string; readonly email: string };
}

/** Adds a passkey the way Better Auth's client does. */
export async function addNativePasskey(
  browser: TestBrowser,
  url: string,
  accessToken: string,
  authenticator: Authenticator = createAuthenticator(),
): Promise<Answer<{ id: string; code?: string }>> {
  const { body: options } = await browser.get<{ challenge: string; rp: { id: string } }>(
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

/** Signs in with a passkey the way Better Auth's client does. */
export async function signInNatively(
  browser: TestBrowser,
  url: string,
  authenticator: Authenticator,
  options: { accessToken?: string } = {},
): Promise<Answer<PasskeySession & { code?: string }>> {
  const { body } = await browser.get<{ challenge: string; rpId: string }>(
    "/api/auth/passkey/generate-authenticate-options",
  );
  const response = authenticator.authenticate({ ...body, origin: url });
  return browser.post("/api/auth/passkey/verify-authentication", { response }, options);
}
