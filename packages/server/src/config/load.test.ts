import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { english } from "@bookplate/messages/terminal";
import { afterAll, describe, expect, test } from "vitest";
import type { Config } from "./config.ts";
import { loadConfig, readEnvironment, readMisspelt } from "./load.ts";
import { ConfigError, describeInOneLine, describeProblems } from "./problems.ts";
import { type RawSettings, settingNames } from "./settings.ts";

const directories = mkdtempSync(join(tmpdir(), "bookplate-config-"));
afterAll(() => rmSync(directories, { recursive: true, force: true }));
const newDirectory = () => mkdtempSync(join(directories, "data-"));

const secret = "kq3Vw9ZrT7uYbN2mXc5LpD8sGfHjA1eR4tWz";
const introspectionToken = "Zt4vQ8mXn1LbR6yKc9WsF3hJd7GpA2eU";
const production: RawSettings = {
  BOOKPLATE_ENV: "production",
  PUBLIC_URL: "https://book.example.org",
  BOOKPLATE_SECRET: secret,
  SMTP_URL: "smtps://user:letmein@mail.example.org:465",
  MAIL_FROM: "Book <book@example.org>",
};

function load(settings: RawSettings): Config {
  return loadConfig({ BOOKPLATE_DATA_DIR: newDirectory(), ...settings });
}

/** The settings that a load complains about. */
function problemsOf(settings: RawSettings): string[] {
  try {
    load(settings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((problem) => problem.setting);
    throw error;
  }
  return [];
}

describe("settings", () => {
  test("development needs none of them", () => {
    const config = load({});
    expect(config.environment).toBe("development");
    expect(config.http).toMatchObject({ host: "127.0.0.1", port: 7860, publicUrl: "http://localhost:7860" });
    expect(config.mail.kind).toBe("mailbox");
    expect(config.sessions).toMatchObject({ accessTokenTtlMs: 900_000, refreshGraceMs: 30_000 });
  });

  test("a generated secret is kept, and only its owner can read it", () => {
    const directory = newDirectory();
    const first = loadConfig({ BOOKPLATE_DATA_DIR: directory });
    const second = loadConfig({ BOOKPLATE_DATA_DIR: directory });
    expect(second.keyring.currentKey("refresh-token").equals(first.keyring.currentKey("refresh-token"))).toBe(
      true,
    );
    expect(statSync(join(directory, "secret")).mode & 0o777).toBe(0o600);
  });

  test("a complete production configuration is accepted", () => {
    const config = load(production);
    expect(config.http).toMatchObject({ host: "0.0.0.0", secureCookies: true });
  });

  test.each<[string, RawSettings, string]>([
    ["plain http", { PUBLIC_URL: "http://book.example.org" }, "PUBLIC_URL"],
    ["no mail", { SMTP_URL: "" }, "SMTP_URL"],
    ["no secret", { BOOKPLATE_SECRET: "" }, "BOOKPLATE_SECRET"],
    ["a short secret", { BOOKPLATE_SECRET: "short" }, "BOOKPLATE_SECRET"],
    [
      "an example as secret",
      { BOOKPLATE_SECRET: "change-me-change-me-change-me-0123456789" },
      "BOOKPLATE_SECRET",
    ],
    ["a repeating secret", { BOOKPLATE_SECRET: "abababababababababababababababababab" }, "BOOKPLATE_SECRET"],
    ["a book on another site", { BOOK_URL: "https://reader.example.com" }, "BOOK_URL"],
    [
      "a book on a shared host",
      { PUBLIC_URL: "https://api.github.io", BOOK_URL: "https://me.github.io" },
      "BOOK_URL",
    ],
    ["limits switched off", { LIMITS: "off" }, "LIMITS"],
  ])("production refuses %s", (_case, settings, setting) => {
    const merged = Object.fromEntries(
      Object.entries({ ...production, ...settings }).filter(([, value]) => value),
    );
    expect(problemsOf(merged)).toContain(setting);
  });

  test("a book on a host that many share can only have the server under its own name", () => {
    try {
      load({ ...production, PUBLIC_URL: "https://api.github.io", BOOK_URL: "https://me.github.io" });
      expect.unreachable("these are two sites");
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const [problem] = error.problems;
      expect(problem?.say(english.settings).what).toContain(
        "github.io, where every name is a site of its own",
      );
      expect(problem?.write).toEqual(["PUBLIC_URL=https://me.github.io"]);
    }
  });

  test.each<[string, RawSettings, string]>([
    ["an address that others can reach", { HOST: "0.0.0.0" }, "HOST"],
    ["a public address", { PUBLIC_URL: "https://book.example.org" }, "PUBLIC_URL"],
    ["a book elsewhere", { BOOK_URL: "https://book.example.org" }, "BOOK_URL"],
  ])("development refuses %s", (_case, settings, setting) => {
    expect(problemsOf(settings)).toContain(setting);
  });

  test.each<[RawSettings, string]>([
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "http" }, "PORT"],
    [{ REFRESH_GRACE: "5m" }, "REFRESH_GRACE"],
    [{ ACCESS_TOKEN_TTL: "soon" }, "ACCESS_TOKEN_TTL"],
    [{ EMAIL_VERIFICATION: "maybe" }, "EMAIL_VERIFICATION"],
    [{ BCRYPT_COST: "9" }, "BCRYPT_COST"],
    [{ PASSWORD_HASH: "md5" }, "PASSWORD_HASH"],
    [{ PASSWORD_RANGE_CHECK_URL: "api.pwnedpasswords.com" }, "PASSWORD_RANGE_CHECK_URL"],
    [{ DATABASE_URL: "mysql://db" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgres://db/book", DATABASE_DIRECT_URL: "db:5432" }, "DATABASE_DIRECT_URL"],
    [{ REDIS_URL: "http://cache:6379" }, "REDIS_URL"],
    [{ REDIS_URL: "redis://" }, "REDIS_URL"],
    [{ INTROSPECTION_TOKEN: "short" }, "INTROSPECTION_TOKEN"],
    [{ SMTP_URL: "mail.example.org" }, "SMTP_URL"],
    [{ SMTP_URL: "smtp://mail.example.org" }, "MAIL_FROM"],
    [{ RESEND_API_KEY: "re_1" }, "MAIL_FROM"],
    [{ RESEND_WEBHOOK_SECRET: "guessable" }, "RESEND_WEBHOOK_SECRET"],
    [{ MAIL_TRANSPORT: "smtp" }, "MAIL_TRANSPORT"],
    [{ MAIL_TRANSPORT: "pigeon" }, "MAIL_TRANSPORT"],
    [{ INTROSPECTION_TOKEN: "0".repeat(64) }, "INTROSPECTION_TOKEN"],
    [{ INTROSPECTION_TOKEN: `${secret} and spaces` }, "INTROSPECTION_TOKEN"],
    [{ ALLOWED_ORIGINS: "https://book.example.org/" }, "ALLOWED_ORIGINS"],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, "TRUSTED_PROXIES"],
    [{ PUBLIC_URL: "http://localhost:7860/book" }, "PUBLIC_URL"],
    [{ BOOKPLATE_SECRET: `1:${secret},1:${secret}` }, "BOOKPLATE_SECRET"],
  ])("%o is a problem of %s", (settings, setting) => {
    expect(problemsOf(settings)).toContain(setting);
  });

  test("a directory that cannot be written is a problem of its setting", () => {
    const file = join(newDirectory(), "file");
    writeFileSync(file, "");
    chmodSync(file, 0o400);
    expect(problemsOf({ BOOKPLATE_DATA_DIR: join(file, "data") })).toEqual(["BOOKPLATE_DATA_DIR"]);
  });

  test("all problems are told at once, each with what to write", () => {
    try {
      load({ ...production, PUBLIC_URL: "http://book.example.org", LIMITS: "off", LOG_LEVEL: "loud" });
      expect.unreachable("these settings have problems");
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      expect(error.problems.map((problem) => problem.setting).sort()).toEqual([
        "BOOK_URL",
        "LIMITS",
        "LOG_LEVEL",
        "PUBLIC_URL",
      ]);
      for (const problem of error.problems)
        expect(describeProblems([problem], english.settings)).toContain(`write  ${problem.write[0]}`);
    }
  });

  test("no way of printing the configuration shows a secret", () => {
    const config = load({
      ...production,
      DATABASE_URL: "postgres://me:hunter2@db.example.org/book",
      INTROSPECTION_TOKEN: introspectionToken,
    });
    const printed =
      inspect(config, { depth: 10, showHidden: true }) + JSON.stringify(config) + String(config.keyring);
    for (const value of [secret, "letmein", "hunter2", introspectionToken])
      expect(printed).not.toContain(value);
  });

  test("`.env` completes the environment", () => {
    const directory = newDirectory();
    writeFileSync(join(directory, ".env"), 'PORT=8123\nMAIL_FROM="Book <b@example.org>"\nUNRELATED=1\n');
    expect(readEnvironment(directory)).toMatchObject({ PORT: "8123", MAIL_FROM: "Book <b@example.org>" });
    expect(readMisspelt(directory)).toEqual([]);
  });

  test("a name in `.env` that is nearly a setting is found", () => {
    const directory = newDirectory();
    writeFileSync(join(directory, ".env"), "MAILFROM=b@example.org\nPUBLIC_ULR=http://localhost:7860\n");
    const lines = readMisspelt(directory).map((problem) => describeInOneLine(problem, english.settings));
    expect(lines).toEqual([
      "MAILFROM: is not a setting, so nothing reads it. write  MAIL_FROM=…",
      "PUBLIC_ULR: is not a setting, so nothing reads it. write  PUBLIC_URL=…",
    ]);
  });
});

describe.each([".env.example", ".env.production.example"])("%s", (file) => {
  test("names exactly the settings that exist", () => {
    const text = readFileSync(join(import.meta.dirname, "../../../..", file), "utf8");
    const named = [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual([...settingNames].sort());
  });
});
