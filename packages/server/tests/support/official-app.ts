import { type BearerOptions, type OfficialClient, officialClients } from "@bookplate/better-auth-clients";
import { keepCookies } from "./browser.ts";

export type Release = keyof typeof officialClients;
export const releases = Object.keys(officialClients) as Release[];

/** An app with an official client in bearer mode: it keeps what the answers' headers bring. */
export interface OfficialApp<Client = OfficialClient> {
  readonly client: Client;
  readonly tokens: { access: string | undefined; refresh: string | undefined };
  readonly cookies: Map<string, string>;
}

export function createOfficialApp(release: Release, url: string): OfficialApp {
  return createApp(officialClients[release], url);
}

/** @param createClient - one of {@link officialClients}, where a test needs what one release alone has */
export function createApp<Client>(
  createClient: (options: BearerOptions) => Client,
  url: string,
): OfficialApp<Client> {
  const tokens: OfficialApp["tokens"] = { access: undefined, refresh: undefined };
  const cookies = new Map<string, string>();
  const fetchWithCookies: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers);
    if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    const response = await fetch(input, { ...init, headers });
    keepCookies(cookies, response.headers);
    return response;
  };
  const client = createClient({
    baseURL: url,
    readToken: () => tokens.access,
    fetch: fetchWithCookies,
    onAnswer: (headers) => {
      tokens.access = headers.get("set-auth-token") ?? tokens.access;
      tokens.refresh = headers.get("set-refresh-token") ?? tokens.refresh;
    },
  });
  return { client, tokens, cookies };
}
