import { expect, test } from "vitest";
import { findMisspelt } from "./misspelt.ts";
import { settingNames } from "./settings.ts";

/** What to write instead of a name that stands in the environment or in `.env`. */
const mend = (place: "environment" | "file", ...names: string[]) =>
  findMisspelt({ environment: [], file: [], [place]: names }).map(({ setting, write }) => [
    setting,
    ...write,
  ]);

test.each([
  ["DATABSE_URL", "DATABASE_URL"],
  ["DATABASE_URI", "DATABASE_URL"],
  ["ALLOWED_ORIGIN", "ALLOWED_ORIGINS"],
  ["LOGLEVEL", "LOG_LEVEL"],
  ["public_url", "PUBLIC_URL"],
  ["BOOKPLATE_SECRETS", "BOOKPLATE_SECRET"],
  ["BOOKPLATE_PORT", "PORT"],
  ["SMPT_URL", undefined],
])("in the environment, %s stands for %s", (name, meant) => {
  expect(mend("environment", name)).toEqual(meant ? [[name, `${meant}=…`]] : []);
});

test.each([
  ["SMPT_URL", "SMTP_URL"],
  ["PROT", undefined],
  ["PORTS", "PORT"],
  ["LIMIT", "LIMITS"],
  ["MAILFROM", "MAIL_FROM"],
])("in `.env`, which is ours, %s stands for %s", (name, meant) => {
  expect(mend("file", name)).toEqual(meant ? [[name, `${meant}=…`]] : []);
});

test("what other programs read is not ours", () => {
  const theirs = ["HOME", "HOSTNAME", "POST", "HTTP_URL", "FTP_URL", "ROOT_DIR", "SESSION_MANAGER", "MAIL"];
  theirs.push("PATH", "PUBLIC_DIR", "npm_config_loglevel", "REDIS_URL", "BOOKPLATE_TEST_DATABASE");
  expect(mend("environment", ...theirs)).toEqual([]);
  expect(mend("file", "NODE_ENV", "OPENAI_API_KEY", "BASE_URL", "COMPOSE_PROJECT_NAME")).toEqual([]);
});

test("settings are not misspelt, and one that is there is not what another name stands for", () => {
  expect(mend("environment", ...settingNames)).toEqual([]);
  expect(mend("environment", "LOG_LEVEL", "LOGLEVEL")).toEqual([]);
});
