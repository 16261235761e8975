import { type OfficialClient, officialClients } from "@bookplate/better-auth-clients";

export type Release = keyof typeof officialClients;
export const releases = Object.keys(officialClients) as Release[];

/** An app with an official client in bearer mode: it keeps what the answers' headers bring. */
export interface OfficialApp {
  readonly client: OfficialClient;
  readonly tokens: { access: string | undefined; refresh: string | undefined };
}

export function createOfficialApp(release: Release, url: string): OfficialApp {
  const tokens: OfficialApp["tokens"] = { access: undefined, refresh: undefined };
  const client = officialClients[release]({
    baseURL: url,
    readToken: () => tokens.access,
    onAnswer: (headers) => {
      tokens.access = headers.get("set-auth-token") ?? tokens.access;
      tokens.refresh = headers.get("set-refresh-token") ?? tokens.refresh;
    },
  });
  return { client, tokens };
}
