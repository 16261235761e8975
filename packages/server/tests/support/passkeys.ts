import type { Passkey } from "../../src/passkeys/schemas.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import { type Authenticator, createAuthenticator } from "./authenticator.ts";
import type { Answer, TestBrowser } from "./browser.ts";

interface Begun<Options> {
  readonly requestId: string;
  readonly options: Options;
}

type Refusable<T> = T & { readonly code?: string };

/** Adds a passkey the way the book's page does. */
export async function addPasskey(
  browser: TestBrowser,
  url: string,
  accessToken: string,
  authenticator: Authenticator = createAuthenticator(),
  name?: string,
): Promise<Answer<Refusable<Passkey>>> {
  const { body } = await browser.post<Begun<{ challenge: string; rp: { id: string } }>>(
    "/me/passkeys/options",
    {},
    { accessToken },
  );
  const { requestId, options } = body;
  const ceremony = { challenge: options.challenge, rpId: options.rp.id, origin: url };
  const credential = authenticator.register(ceremony);
  return browser.post("/me/passkeys", { requestId, credential, name }, { accessToken });
}

/** An answer to fresh options for signing in, not sent yet. */
export async function answerSignIn(browser: TestBrowser, url: string, authenticator: Authenticator) {
  const { body } = await browser.post<Begun<{ challenge: string; rpId: string }>>("/auth/passkey/options");
  const ceremony = { ...body.options, origin: url };
  return { requestId: body.requestId, ceremony, credential: authenticator.authenticate(ceremony) };
}

/** Signs in with a passkey. */
export async function signInWithPasskey(
  browser: TestBrowser,
  url: string,
  authenticator: Authenticator,
  options: { accessToken?: string; delivery?: "cookie" | "body"; keepGuestChats?: boolean } = {},
): Promise<Answer<Refusable<SessionAnswer>>> {
  const { requestId, credential } = await answerSignIn(browser, url, authenticator);
  const { accessToken, delivery = "body", keepGuestChats } = options;
  return browser.post(
    "/auth/passkey/verify",
    { requestId, credential, delivery, keepGuestChats },
    { accessToken },
  );
}
