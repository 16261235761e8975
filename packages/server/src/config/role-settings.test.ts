import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english } from "@bookplate/messages/terminal";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "./load.ts";
import { ConfigError } from "./problems.ts";

const directory = mkdtempSync(join(tmpdir(), "bookplate-roles-"));
afterAll(() => rmSync(directory, { recursive: true }));

const rolesOf = (ROLES: string) => loadConfig({ BOOKPLATE_DATA_DIR: directory, ROLES }).roles;

function refusals(ROLES: string) {
  try {
    rolesOf(ROLES);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ setting, say, write }) => ({ setting, ...say(english.settings), write }));
  }
}

test("a role has a name, a role that it is like, and what it may do besides", () => {
  expect(
    rolesOf("editor:moderator+mail.read, teacher:user+reports.read+stats.read,helper:moderator"),
  ).toEqual([
    { name: "editor", like: "moderator", permissions: ["mail.read"] },
    { name: "teacher", like: "user", permissions: ["reports.read", "stats.read"] },
    { name: "helper", like: "moderator", permissions: [] },
  ]);
});

test.each([
  ["Editor:moderator", "does not name a new role"],
  ["admin:user", "does not name a new role"],
  ["guest:user", "does not name a new role"],
  [":user", "does not name a new role"],
  ["editor:user,editor:moderator", "does not name a new role"],
  ["editor", "does not name a new role"],
  ["editor:user+", "does not name a new role"],
  ["editor:guest", "does not say which role it is like"],
  ["owner:admin", "does not say which role it is like"],
  ["editor:", "does not say which role it is like"],
  ["editor:user+everything", "is not known"],
])("%s is refused with a line that mends it", (ROLES, what) => {
  const [refusal, ...others] = refusals(ROLES);
  expect(others).toEqual([]);
  expect(refusal).toMatchObject({ setting: "ROLES", what: expect.stringContaining(what) });
  for (const line of refusal?.write ?? []) {
    expect(line).toMatch(/^ROLES=/);
    expect(refusals(line.slice("ROLES=".length))).toEqual([]);
  }
});
