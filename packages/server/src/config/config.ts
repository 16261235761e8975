import type { BuiltInRole } from "../roles/permissions.ts";
import type { ConfiguredRole } from "../roles/roles.ts";
import type { IdentityProviderConfig } from "./identity-providers.ts";
import type { Keyring } from "./keyring.ts";
import type { Secret } from "./secret.ts";

/** What the server needs to know, typed, with units in the names; built once at start by `loadConfig`. */
export interface Config {
  readonly environment: "development" | "production";
  readonly http: HttpConfig;
  readonly database: DatabaseConfig;
  /** Absolute path. Holds the embedded database, the generated secret and the local mailbox. */
  readonly dataDirectory: string;
  readonly keyring: Keyring;
  readonly sessions: SessionsConfig;
  readonly guests: { readonly retentionMs: number };
  readonly audit: { readonly retentionMs: number };
  readonly accounts: AccountsConfig;
  readonly secondFactor: { readonly requiredFor: readonly BuiltInRole[] };
  /** Roles of the operator's own. */
  readonly roles: readonly ConfiguredRole[];
  readonly mail: MailConfig;
  /** Whom readers can sign in with besides a password, by name. */
  readonly identityProviders: readonly IdentityProviderConfig[];
  readonly book: { readonly directory: string };
  /** The language model that answers; without one the embedded `extracts` does. */
  readonly model: ModelConfig | undefined;
  /** The model that turns texts into embeddings; without one the book is searched by words alone. */
  readonly embeddings: ProviderConfig | undefined;
  readonly limits: "on" | "off";
  /** Where several servers count limits together; without it in their database. */
  readonly redisUrl: Secret | undefined;
  readonly quotas: QuotasConfig;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent";
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Origin without a trailing slash: in links, `iss` and cookies. */
  readonly publicUrl: string;
  /** Where readers read, without a trailing slash; links in letters point there. */
  readonly bookUrl: string;
  readonly allowedOrigins: readonly string[];
  /** CIDR ranges whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[];
  readonly secureCookies: boolean;
}

export type DatabaseConfig =
  | { readonly kind: "pglite"; readonly directory: string }
  | {
      readonly kind: "postgres";
      readonly url: Secret;
      /** For the connections that listen; the same as `url` where no pooler stands in between. */
      readonly directUrl: Secret;
    };

export interface SessionsConfig {
  readonly accessTokenTtlMs: number;
  readonly refreshTokenTtlMs: number;
  readonly maxAgeMs: number;
  readonly refreshGraceMs: number;
  readonly audience: string;
  /** Path of a file in MaxMind's format, if the operator has one. */
  readonly placeDatabase: string | undefined;
  /** What services know that may ask about tokens; without it nobody may. */
  readonly introspectionToken: Secret | undefined;
  /** Whether proofs of a key must carry a nonce of this server (RFC 9449, section 8). */
  readonly dpopNonce: "on" | "off";
}

/** Who may make an account; the domains in ASCII, without those below them. */
export type SignUpMode =
  | { readonly mode: "open" | "invitation" | "closed" }
  | { readonly mode: "domains"; readonly domains: readonly string[] };

export interface AccountsConfig {
  readonly emailVerification: "required" | "off";
  readonly signUp: SignUpMode;
  /** Whether letters may sign in. */
  readonly magicLink: boolean;
  /** How new passwords are stored. */
  readonly passwordHash: { readonly name: "bcrypt"; readonly cost: number } | { readonly name: "argon2id" };
  /** Unicode code points of the NFKC form. */
  readonly passwordMinLength: number;
  /** Where leaked passwords can be looked up by the beginning of their hash, if anywhere. */
  readonly passwordRangeCheckUrl: string | undefined;
}

/** One way for letters to leave the server. */
export type MailWay =
  | { readonly kind: "smtp"; readonly url: Secret }
  /** `baseUrl` without a trailing slash. */
  | { readonly kind: "resend"; readonly apiKey: Secret; readonly baseUrl: string };

export type MailConfig = {
  readonly from: string;
  /** What Resend signs its reports with; without it none are taken. */
  readonly webhookSecret: Secret | undefined;
} & (
  | { readonly kind: "mailbox" }
  /** The first way is asked first. */
  | { readonly kind: "sent"; readonly ways: readonly MailWay[] }
);

/** A model of any kind behind OpenAI's protocol. */
export interface ProviderConfig {
  /** Without a trailing slash; the protocol's routes come after it. */
  readonly baseUrl: string;
  /** As its provider calls it. */
  readonly name: string;
  readonly apiKey: Secret | undefined;
  /** How long it may say nothing before it is given up. */
  readonly silenceMs: number;
}

/** One that answers, by chat completions. */
export interface ModelConfig extends ProviderConfig {
  /** Of one answer, in tokens as the model counts them. */
  readonly maxOutputTokens: number;
}

/** Per day in UTC; `undefined` is no limit. */
export interface DailyQuota {
  readonly messages: number | undefined;
  readonly tokens: number | undefined;
}

/** Of one guest, of all guests of one network, of one account by its role, and of everybody together. */
export type QuotasConfig = Readonly<Record<"guest" | "network" | BuiltInRole | "server", DailyQuota>>;

export const defaultPort = 7860;
