import { findFreePort } from "../../../../scripts/free-port.ts";
import {
  type PersonAtProvider,
  type RunningOpenIdProvider,
  startOpenIdProvider,
} from "../../../../scripts/openid-provider.ts";
import type { RawSettings } from "../../src/config/settings.ts";
import type { Answer, RequestOptions, TestBrowser } from "./browser.ts";
import { startTestServer, type TestServer } from "./server.ts";

export interface ServerWithProvider {
  readonly server: TestServer;
  readonly provider: RunningOpenIdProvider;
  close(): Promise<void>;
}

/** A server whose readers can sign in with a real OpenID provider. */
export async function startServerWithProvider(
  people: Readonly<Record<string, PersonAtProvider>>,
  options: { settings?: RawSettings; claimsInIdToken?: boolean } = {},
): Promise<ServerWithProvider> {
  const port = await findFreePort();
  const provider = await startOpenIdProvider({
    redirectUris: [`http://localhost:${port}/api/auth/callback/oidc`],
    people,
    claimsInIdToken: options.claimsInIdToken ?? false,
  });
  const server = await startTestServer({ PORT: String(port), ...settingsOf(provider), ...options.settings });
  return {
    server,
    provider,
    close: async () => {
      await server.close();
      await provider.close();
    },
  };
}

/** What an operator writes for a provider. */
export const settingsOf = (provider: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}): RawSettings => ({
  OIDC_ISSUER: provider.issuer,
  OIDC_CLIENT_ID: provider.clientId,
  OIDC_CLIENT_SECRET: provider.clientSecret,
  OIDC_NAME: "Library card",
});

/** Begins as the login page does. @returns the provider's address */
export async function beginSignIn(
  browser: TestBrowser,
  body: Record<string, unknown> = {},
  options: RequestOptions = {},
): Promise<{ url: string; proof?: string }> {
  const answer = await browser.post<{ url: string; proof?: string }>("/auth/social/oidc", body, options);
  if (answer.status !== 200) throw new Error(`The sign-in did not begin: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Follows a redirect by hand. */
async function visit(address: string, cookies: Map<string, string>, form?: Record<string, string>) {
  const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  const response = await fetch(address, {
    redirect: "manual",
    headers,
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  const location = response.headers.get("location");
  return { status: response.status, location: location && new URL(location, address).href };
}

/** What a person does at the provider: signs in, or cancels. @returns the callback's address */
export async function actAtProvider(url: string, as: string): Promise<string> {
  const cookies = new Map<string, string>();
  const callback = "/api/auth/callback/";
  let next = await visit(url, cookies);
  for (let steps = 0; steps < 8 && next.location; steps++) {
    if (next.location.includes(callback)) return next.location;
    const isChoice = next.location.includes("/interaction/");
    next = await visit(next.location, cookies, isChoice ? { as } : undefined);
  }
  throw new Error("The provider did not send the browser back.");
}

/** Where the callback leads: the page, and what its fragment says. */
export interface Returned {
  readonly page: string;
  readonly values: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

/** The browser comes back. */
export async function comeBack(browser: TestBrowser, callback: string): Promise<Returned> {
  const { pathname, search } = new URL(callback);
  const answer = await browser.get(pathname + search, { origin: null, redirect: "manual" });
  const location = answer.headers.get("location");
  if (location === null) throw new Error(`The callback answered ${answer.status} and leads nowhere.`);
  const [page = "", fragment = ""] = location.split("#");
  return { page, values: Object.fromEntries(new URLSearchParams(fragment)), answer };
}

/** The whole way: begins, chooses the person at the provider, comes back, and finishes. */
export async function signInWithProvider<T = Record<string, unknown>>(
  browser: TestBrowser,
  as: string,
  options: { body?: Record<string, unknown>; accessToken?: string } = {},
): Promise<Answer<T>> {
  const { accessToken } = options;
  const { url, proof } = await beginSignIn(browser, options.body, { accessToken });
  const { values } = await comeBack(browser, await actAtProvider(url, as));
  if (values.code === undefined) throw new Error(`The sign-in failed: ${JSON.stringify(values)}`);
  return browser.post<T>("/auth/social", { code: values.code, ...(proof !== undefined && { proof }) });
}
