import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "./load.ts";
import { findMisspelt } from "./misspelt.ts";
import { ConfigError } from "./problems.ts";
import { pickSettings, type RawSettings } from "./settings.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-providers-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const load = (settings: Record<string, string>) =>
  loadConfig({ BOOKPLATE_DATA_DIR: directory, ...(pickSettings(settings) as RawSettings) }).identityProviders;

/** The first lines to write. */
function linesOf(settings: Record<string, string>): string[] {
  try {
    load(settings);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ write }) => write[0] ?? "");
    throw error;
  }
}

const google = { GOOGLE_CLIENT_ID: "id-1", GOOGLE_CLIENT_SECRET: "a google secret" };
const oidc = {
  OIDC_ISSUER: "https://login.example.org/realms/book",
  OIDC_CLIENT_ID: "b",
  OIDC_CLIENT_SECRET: "s",
};

test("none is switched on by itself; two settings switch one on", () => {
  expect(load({})).toEqual([]);
  expect(load(google)).toMatchObject([
    { id: "google", name: "Google", clientId: "id-1", accountsOf: "google" },
  ]);
  expect(
    load({ ...google, ...oidc, GITHUB_CLIENT_ID: "1", GITHUB_CLIENT_SECRET: "2" }).map(({ name }) => name),
  ).toEqual(["GitHub", "Google", "login.example.org"]);
});

test.each<[Record<string, string>, string[]]>([
  [{ GOOGLE_CLIENT_ID: "id-1" }, ["GOOGLE_CLIENT_SECRET=…"]],
  [{ GITHUB_CLIENT_SECRET: "s" }, ["GITHUB_CLIENT_ID=…"]],
  [{ OIDC_CLIENT_ID: "b", OIDC_CLIENT_SECRET: "s" }, ["OIDC_ISSUER=https://login.example.org"]],
  [{ OIDC_ISSUER: "https://login.example.org" }, ["OIDC_CLIENT_ID=…"]],
  [{ ...oidc, OIDC_ISSUER: "http://login.example.org" }, ["OIDC_ISSUER=https://login.example.org"]],
  [{ ...oidc, OIDC_ISSUER: "login.example.org" }, ["OIDC_ISSUER=https://login.example.org"]],
  [
    { COGNITO_CLIENT_ID: "1", COGNITO_CLIENT_SECRET: "2", COGNITO_REGION: "eu-1" },
    [
      "COGNITO_DOMAIN=book.auth.eu-central-1.amazoncognito.com",
      "COGNITO_USER_POOL_ID=eu-central-1_aBcDeFgHi",
    ],
  ],
  [
    { GITLAB_CLIENT_ID: "1", GITLAB_CLIENT_SECRET: "2", GITLAB_ISSUER: "http://gitlab.local" },
    ["GITLAB_ISSUER=https://gitlab.example.org"],
  ],
])("%j stops the start, and says what to write", (settings, lines) => {
  expect(linesOf(settings)).toEqual(lines);
});

test("accounts of two places that call people by their own numbers are kept apart", () => {
  const gitlab = { GITLAB_CLIENT_ID: "1", GITLAB_CLIENT_SECRET: "2" };
  const [common] = load(gitlab);
  const [own] = load({ ...gitlab, GITLAB_ISSUER: "https://gitlab.example.org/" });
  expect([common?.accountsOf, own?.accountsOf]).toEqual(["gitlab", "gitlab:https://gitlab.example.org"]);
  expect(load(oidc)[0]?.accountsOf).toBe(`oidc:${oidc.OIDC_ISSUER}`);
});

test("no printing shows a client's secret", () => {
  expect(inspect(load(google), { depth: 10 }) + JSON.stringify(load(google))).not.toContain(
    "a google secret",
  );
});

test("a provider's setting is none of ours misspelt, and a misspelt one in the file is found", () => {
  expect(findMisspelt({ environment: ["X_CLIENT_ID", "GITLAB_CLIENT_ID"], file: [] })).toEqual([]);
  const [problem] = findMisspelt({ environment: [], file: ["GOGLE_CLIENT_ID"] });
  expect(problem?.write).toEqual(["GOOGLE_CLIENT_ID=…"]);
});
