import { type ProviderSettingName, providerSettingNames } from "./identity-providers.ts";

/**
 * Every setting that exists, by its name in the environment, but for those of the known providers, which
 * follow one pattern. `.env.example` and `.env.production.example` name exactly these, which a test checks.
 */
export const settingNames = [
  "BOOKPLATE_ENV",
  "PORT",
  "HOST",
  "PUBLIC_URL",
  "BOOK_URL",
  "ALLOWED_ORIGINS",
  "TRUSTED_PROXIES",
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "REDIS_URL",
  "BOOKPLATE_DATA_DIR",
  "BOOKPLATE_SECRET",
  "BOOK_DIR",
  "ACCESS_TOKEN_TTL",
  "REFRESH_TOKEN_TTL",
  "SESSION_MAX_AGE",
  "REFRESH_GRACE",
  "TOKEN_AUDIENCE",
  "INTROSPECTION_TOKEN",
  "PLACE_DATABASE",
  "DPOP_NONCE",
  "GUEST_RETENTION",
  "AUDIT_RETENTION",
  "EMAIL_VERIFICATION",
  "SIGN_UP",
  "MAGIC_LINK",
  "PASSWORD_HASH",
  "BCRYPT_COST",
  "PASSWORD_MIN_LENGTH",
  "PASSWORD_RANGE_CHECK_URL",
  "SECOND_FACTOR_REQUIRED",
  "ROLES",
  "SMTP_URL",
  "RESEND_API_KEY",
  "RESEND_BASE_URL",
  "RESEND_WEBHOOK_SECRET",
  "MAIL_TRANSPORT",
  "MAIL_FROM",
  "OIDC_ISSUER",
  "OIDC_CLIENT_ID",
  "OIDC_CLIENT_SECRET",
  "OIDC_NAME",
  "LLM_BASE_URL",
  "LLM_API_KEY",
  "LLM_MODEL",
  "LLM_MAX_OUTPUT_TOKENS",
  "LLM_TIMEOUT",
  "EMBEDDINGS_MODEL",
  "LIMITS",
  "QUOTA_GUEST",
  "QUOTA_NETWORK",
  "QUOTA_USER",
  "QUOTA_MODERATOR",
  "QUOTA_ADMIN",
  "QUOTA_SERVER",
  "LOG_LEVEL",
] as const;

export type SettingName = (typeof settingNames)[number];

/** The environment as it comes: strings only, an absent or empty setting is `undefined`. */
export type RawSettings = Partial<Record<SettingName | ProviderSettingName, string>>;

export function pickSettings(environment: Readonly<Record<string, string | undefined>>): RawSettings {
  const picked: RawSettings = {};
  for (const name of [...settingNames, ...providerSettingNames]) {
    const value = environment[name]?.trim();
    if (value) picked[name] = value;
  }
  return picked;
}
