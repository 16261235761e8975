// Providers that readers can sign in with. Each is switched on by two settings, `<NAME>_CLIENT_ID` and
// `<NAME>_CLIENT_SECRET`; a few need a third. A test compares the list with the library's.
import { isLoopbackHost } from "./addresses.ts";
import type { SettingsReader } from "./reader.ts";
import { Secret } from "./secret.ts";

/** A setting that one provider has besides the two that all have. */
interface ExtraSetting {
  /** The library's name of the option. */
  readonly option: string;
  /** What the setting may look like; also keeps strangers' text out of addresses that are made from it. */
  readonly pattern: RegExp;
  readonly example: string;
  readonly required?: true;
  /** Whether accounts of two values are different people: what a provider calls somebody is unique in one place only. */
  readonly separatesAccounts?: true;
}

interface KnownProvider {
  readonly name: string;
  /** By the end of the setting's name. */
  readonly extras?: Readonly<Record<string, ExtraSetting>>;
}

const host = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const word = /^[\w.-]+$/;

/** By the id that stands in addresses. The settings begin with it, in capitals. */
export const knownProviders = {
  apple: { name: "Apple" },
  atlassian: { name: "Atlassian" },
  cloudflare: { name: "Cloudflare" },
  cognito: {
    name: "Amazon Cognito",
    extras: {
      DOMAIN: {
        option: "domain",
        pattern: host,
        example: "book.auth.eu-central-1.amazoncognito.com",
        required: true,
      },
      REGION: { option: "region", pattern: word, example: "eu-central-1", required: true },
      USER_POOL_ID: {
        option: "userPoolId",
        pattern: word,
        example: "eu-central-1_aBcDeFgHi",
        required: true,
        separatesAccounts: true,
      },
    },
  },
  discord: { name: "Discord" },
  dropbox: { name: "Dropbox" },
  facebook: { name: "Facebook" },
  figma: { name: "Figma" },
  github: { name: "GitHub" },
  gitlab: {
    name: "GitLab",
    extras: {
      ISSUER: {
        option: "issuer",
        pattern: /^https:\/\/[\w.:-]+$/,
        example: "https://gitlab.example.org",
        separatesAccounts: true,
      },
    },
  },
  google: { name: "Google" },
  huggingface: { name: "Hugging Face" },
  kakao: { name: "Kakao" },
  kick: { name: "Kick" },
  line: { name: "LINE" },
  linear: { name: "Linear" },
  linkedin: { name: "LinkedIn" },
  microsoft: {
    name: "Microsoft",
    extras: { TENANT_ID: { option: "tenantId", pattern: word, example: "organizations" } },
  },
  naver: { name: "Naver" },
  notion: { name: "Notion" },
  paybin: { name: "Paybin" },
  paypal: {
    name: "PayPal",
    extras: {
      ENVIRONMENT: {
        option: "environment",
        pattern: /^(live|sandbox)$/,
        example: "sandbox",
        separatesAccounts: true,
      },
    },
  },
  polar: { name: "Polar" },
  railway: { name: "Railway" },
  reddit: { name: "Reddit" },
  roblox: { name: "Roblox" },
  salesforce: {
    name: "Salesforce",
    extras: { LOGIN_URL: { option: "loginUrl", pattern: host, example: "example.my.salesforce.com" } },
  },
  slack: { name: "Slack" },
  spotify: { name: "Spotify" },
  tiktok: { name: "TikTok" },
  twitch: { name: "Twitch" },
  twitter: { name: "X" },
  vercel: { name: "Vercel" },
  vk: { name: "VK" },
  wechat: { name: "WeChat" },
  zoom: { name: "Zoom" },
} as const satisfies Record<string, KnownProvider>;

export type KnownProviderId = keyof typeof knownProviders;

interface ProviderConfig {
  /** As readers see it. */
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  /** What the stored accounts of this provider are filed under. */
  readonly accountsOf: string;
}

export interface KnownProviderConfig extends ProviderConfig {
  readonly kind: "known";
  readonly id: KnownProviderId;
  /** By the library's names. */
  readonly extras: Readonly<Record<string, string>>;
}

/** Any provider that speaks OpenID Connect and publishes where it is reached. */
export interface OpenIdProviderConfig extends ProviderConfig {
  readonly kind: "openid";
  readonly id: "oidc";
  readonly issuer: string;
}

export type IdentityProviderConfig = KnownProviderConfig | OpenIdProviderConfig;

const known: readonly (readonly [KnownProviderId, KnownProvider])[] = (
  Object.keys(knownProviders) as KnownProviderId[]
).map((id) => [id, knownProviders[id]]);

export type ProviderSettingName = `${Uppercase<KnownProviderId>}_${string}`;

const prefixOf = (id: KnownProviderId) => id.toUpperCase() as Uppercase<KnownProviderId>;
const extrasOf = ({ extras }: KnownProvider) => Object.entries(extras ?? {});

/** Every setting of a known provider. Too many to be listed one by one; the book has a row for the pattern. */
export const providerSettingNames: readonly ProviderSettingName[] = known.flatMap(([id, provider]) => {
  const prefix = prefixOf(id);
  const names = ["CLIENT_ID", "CLIENT_SECRET", ...extrasOf(provider).map(([end]) => end)];
  return names.map((end) => `${prefix}_${end}` as const);
});

/** The providers that are switched on, by name. */
export function identityProviders(
  reader: SettingsReader,
  options: { production: boolean },
): readonly IdentityProviderConfig[] {
  const own = openIdProvider(reader, options);
  const others = known.flatMap(([id, provider]) => knownProvider(reader, id, provider) ?? []);
  return [...(own ? [own] : []), ...others].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function knownProvider(
  reader: SettingsReader,
  id: KnownProviderId,
  provider: KnownProvider,
): KnownProviderConfig | undefined {
  const prefix = prefixOf(id);
  const client = readClient(reader, prefix);
  if (!client) return undefined;
  const extras: Record<string, string> = {};
  const realm: string[] = [];
  for (const [end, { option, pattern, example, required, separatesAccounts }] of extrasOf(provider)) {
    const name = `${prefix}_${end}` as const;
    const value = reader.text(name)?.replace(/\/+$/, "");
    if (value === undefined) {
      if (required) reader.refuse(name, (say) => say.providerNeeds(provider), `${name}=${example}`);
      continue;
    }
    if (!pattern.test(value)) reader.refuse(name, (say) => say.notUsable({ value }), `${name}=${example}`);
    extras[option] = value;
    if (separatesAccounts) realm.push(value);
  }
  const accountsOf = [id, ...realm].join(":");
  return { kind: "known", id, name: provider.name, ...client, accountsOf, extras };
}

/** One of the two settings without the other is a mistake, and never a provider that is half there. */
function readClient(
  reader: SettingsReader,
  prefix: Uppercase<IdentityProviderConfig["id"]>,
): Pick<ProviderConfig, "clientId" | "clientSecret"> | undefined {
  const idName = `${prefix}_CLIENT_ID` as const;
  const secretName = `${prefix}_CLIENT_SECRET` as const;
  const clientId = reader.text(idName);
  const clientSecret = reader.text(secretName);
  if (clientId === undefined && clientSecret === undefined) return undefined;
  if (clientId === undefined)
    reader.refuse(idName, (say) => say.noPartner({ partner: secretName }), `${idName}=…`);
  if (clientSecret === undefined)
    reader.refuse(secretName, (say) => say.noPartner({ partner: idName }), `${secretName}=…`);
  return { clientId: clientId ?? "", clientSecret: new Secret(clientSecret ?? "") };
}

function openIdProvider(
  reader: SettingsReader,
  { production }: { production: boolean },
): OpenIdProviderConfig | undefined {
  const client = readClient(reader, "OIDC");
  const issuer = reader.text("OIDC_ISSUER");
  const example = "OIDC_ISSUER=https://login.example.org";
  if (issuer === undefined) {
    if (client) reader.refuse("OIDC_ISSUER", (say) => say.noPartner({ partner: "OIDC_CLIENT_ID" }), example);
    return undefined;
  }
  if (!client) {
    reader.refuse("OIDC_CLIENT_ID", (say) => say.noPartner({ partner: "OIDC_ISSUER" }), "OIDC_CLIENT_ID=…");
    return undefined;
  }
  const url = URL.parse(issuer);
  const safe =
    url?.protocol === "https:" || (!production && url?.protocol === "http:" && isLoopbackHost(url.hostname));
  if (!url || !safe || url.search || url.hash || url.username) {
    reader.refuse("OIDC_ISSUER", (say) => say.noIssuer({ value: issuer }), example);
    return undefined;
  }
  const name = reader.text("OIDC_NAME") ?? url.hostname;
  return { kind: "openid", id: "oidc", name, issuer, ...client, accountsOf: `oidc:${issuer}` };
}
