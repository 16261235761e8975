import { accessSync, constants, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { isLoopbackHost } from "./addresses.ts";
import { type AccountsConfig, type Config, type DatabaseConfig, defaultPort } from "./config.ts";
import { identityProviders } from "./identity-providers.ts";
import { Keyring } from "./keyring.ts";
import { mailConfig } from "./mail-settings.ts";
import { findMisspelt } from "./misspelt.ts";
import { modelsConfig } from "./model-settings.ts";
import { ConfigError, type ConfigProblem } from "./problems.ts";
import { quotasConfig } from "./quota-settings.ts";
import { SettingsReader } from "./reader.ts";
import { refuseInDevelopment, refuseInProduction } from "./refusals.ts";
import { rolesConfig } from "./role-settings.ts";
import { Secret } from "./secret.ts";
import { readServerSecrets } from "./server-secrets.ts";
import { pickSettings, type RawSettings } from "./settings.ts";
import { signUpMode } from "./sign-up-settings.ts";

/** The process's own environment, completed by `.env` in the working directory; the environment wins. */
export function readEnvironment(directory: string = process.cwd()): RawSettings {
  return pickSettings({ ...readFile(directory), ...process.env });
}

/** Names in the same two places that look like settings and are none. */
export function readMisspelt(directory: string = process.cwd()): ConfigProblem[] {
  return findMisspelt({ environment: Object.keys(process.env), file: Object.keys(readFile(directory)) });
}

function readFile(directory: string): NodeJS.Dict<string> {
  const file = join(directory, ".env");
  return existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
}

/**
 * Turns settings into the one typed object that the server is built from.
 *
 * @param options.port - used where `PORT` is not set (a start may have found the default one busy)
 * @throws {ConfigError} with every problem and its mend
 */
export function loadConfig(raw: RawSettings, options: { port?: number } = {}): Config {
  const reader = new SettingsReader(raw);
  const environment = reader.oneOf("BOOKPLATE_ENV", ["development", "production"], "development");
  const production = environment === "production";
  const dataDirectory = resolve(reader.text("BOOKPLATE_DATA_DIR") ?? "data");
  requireWritable(reader, dataDirectory);

  const port = reader.integer("PORT", { min: 1, max: 65_535, fallback: options.port ?? defaultPort });
  const publicUrl = reader.url(
    "PUBLIC_URL",
    `http://localhost:${port}`,
    "PUBLIC_URL=https://book.example.org",
  );
  if (new URL(publicUrl).origin !== publicUrl) {
    reader.refuse(
      "PUBLIC_URL",
      (say) => say.hasPath({ value: publicUrl }),
      `PUBLIC_URL=${new URL(publicUrl).origin}`,
    );
  }
  const bookUrl = reader.url("BOOK_URL", publicUrl, "BOOK_URL=https://book.example.org");

  const limits = reader.oneOf("LIMITS", ["on", "off"], "on");
  const emailVerification = reader.oneOf("EMAIL_VERIFICATION", ["required", "off"], "required");
  const config: Config = {
    environment,
    dataDirectory,
    http: {
      host: reader.text("HOST") ?? (production ? "0.0.0.0" : "127.0.0.1"),
      port,
      publicUrl,
      bookUrl,
      allowedOrigins: allowedOrigins(
        reader.origins("ALLOWED_ORIGINS", [new URL(bookUrl).origin]),
        publicUrl,
        production,
      ),
      trustedProxies: reader.cidrs("TRUSTED_PROXIES"),
      secureCookies: publicUrl.startsWith("https://"),
    },
    database: databaseConfig(reader, dataDirectory),
    // The data directory may be unwritable, which is already a problem; then no secret is read from it.
    keyring: new Keyring(
      reader.problems.length > 0 && raw.BOOKPLATE_SECRET === undefined && !production
        ? [{ id: "1", secret: "never used: loading stops with the problems found" }]
        : readServerSecrets(reader, { production, dataDirectory }),
    ),
    sessions: {
      accessTokenTtlMs: reader.durationMs("ACCESS_TOKEN_TTL", "15m", { least: "1s", most: "60m" }),
      refreshTokenTtlMs: reader.durationMs("REFRESH_TOKEN_TTL", "7d"),
      maxAgeMs: reader.durationMs("SESSION_MAX_AGE", "90d"),
      refreshGraceMs: reader.durationMs("REFRESH_GRACE", "30s", { least: "1s", most: "60s" }),
      audience: reader.text("TOKEN_AUDIENCE") ?? publicUrl,
      introspectionToken: reader.bearerSecret("INTROSPECTION_TOKEN"),
      placeDatabase: reader.text("PLACE_DATABASE"),
      dpopNonce: reader.oneOf("DPOP_NONCE", ["on", "off"], "off"),
    },
    guests: { retentionMs: reader.durationMs("GUEST_RETENTION", "30d") },
    audit: { retentionMs: reader.durationMs("AUDIT_RETENTION", "400d", { least: "30d", most: "3650d" }) },
    accounts: {
      emailVerification,
      signUp: signUpMode(reader, { emailVerification }),
      magicLink: reader.oneOf("MAGIC_LINK", ["on", "off"], "on") === "on",
      passwordHash: passwordHash(reader),
      passwordMinLength: reader.integer("PASSWORD_MIN_LENGTH", { min: 8, max: 64, fallback: 10 }),
      passwordRangeCheckUrl: passwordRangeCheckUrl(reader),
    },
    secondFactor: { requiredFor: reader.choices("SECOND_FACTOR_REQUIRED", ["user", "moderator", "admin"]) },
    roles: rolesConfig(reader),
    mail: mailConfig(reader),
    identityProviders: identityProviders(reader, { production }),
    book: { directory: resolve(reader.text("BOOK_DIR") ?? join(import.meta.dirname, "../../../../book")) },
    ...modelsConfig(reader),
    limits,
    redisUrl: redisUrl(reader),
    quotas: quotasConfig(reader, { limits }),
    logLevel: reader.oneOf(
      "LOG_LEVEL",
      ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
      "info",
    ),
  };
  if (production) refuseInProduction(reader, config);
  else refuseInDevelopment(reader, config);
  if (reader.problems.length > 0) throw new ConfigError(reader.problems);
  return config;
}

/** The server's own origin always counts; in development also its loopback aliases, which a person may type. */
function allowedOrigins(
  listed: readonly string[],
  publicUrl: string,
  production: boolean,
): readonly string[] {
  const origins = new Set([...listed, new URL(publicUrl).origin]);
  const { hostname, protocol, port } = new URL(publicUrl);
  if (!production && isLoopbackHost(hostname)) {
    for (const alias of ["localhost", "127.0.0.1", "[::1]"])
      origins.add(`${protocol}//${alias}:${port || "80"}`);
  }
  return [...origins];
}

function requireWritable(reader: SettingsReader, directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK | constants.R_OK);
  } catch {
    reader.refuse(
      "BOOKPLATE_DATA_DIR",
      (say) => say.notWritable({ value: directory }),
      "BOOKPLATE_DATA_DIR=/a/directory/of/yours",
    );
  }
}

function databaseConfig(reader: SettingsReader, dataDirectory: string): DatabaseConfig {
  const url = reader.text("DATABASE_URL");
  if (url === undefined) return { kind: "pglite", directory: join(dataDirectory, "pglite") };
  const directUrl = reader.text("DATABASE_DIRECT_URL") ?? url;
  const given = { DATABASE_URL: url, ...(directUrl !== url && { DATABASE_DIRECT_URL: directUrl }) };
  for (const [name, value] of Object.entries(given)) {
    if (/^postgres(ql)?:$/.test(URL.parse(value)?.protocol ?? "")) continue;
    // The value is not repeated: it may hold a password.
    reader.refuse(name, (say) => say.noPostgres, `${name}=postgres://user:password@host:5432/bookplate`);
  }
  return { kind: "postgres", url: new Secret(url), directUrl: new Secret(directUrl) };
}

function redisUrl(reader: SettingsReader): Secret | undefined {
  const url = reader.text("REDIS_URL");
  if (url === undefined) return undefined;
  const { protocol = "", hostname = "" } = URL.parse(url) ?? {};
  if (!/^rediss?:$/.test(protocol) || hostname === "") {
    // The value is not repeated: it may hold a password.
    reader.refuse("REDIS_URL", (say) => say.noRedis, "REDIS_URL=redis://user:password@host:6379");
  }
  return new Secret(url);
}

function passwordHash(reader: SettingsReader): AccountsConfig["passwordHash"] {
  const name = reader.oneOf("PASSWORD_HASH", ["bcrypt", "argon2id"], "bcrypt");
  const cost = reader.integer("BCRYPT_COST", { min: 10, max: 15, fallback: 12 });
  return name === "bcrypt" ? { name, cost } : { name };
}

function passwordRangeCheckUrl(reader: SettingsReader): string | undefined {
  const name = "PASSWORD_RANGE_CHECK_URL";
  const known = "https://api.pwnedpasswords.com/range";
  return reader.text(name) === undefined ? undefined : reader.url(name, known, `${name}=${known}`);
}
