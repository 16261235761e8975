import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "../../../scripts/free-port.ts";
import { waitUntil } from "../../../scripts/wait-until.ts";
import { createBrowser } from "./support/browser.ts";
import { commandIn, spawnCommand } from "./support/command.ts";
import { foreignHashesOf, inLines } from "./support/foreign-hashes.ts";
import { alice } from "./support/people.ts";

const readyTimeoutMs = 120_000;
/** Each command is a process of its own that brings the whole database up. */
const timeout = 300_000;
const hash = foreignHashesOf(alice.password)["passlib bcrypt $2b$"] ?? "";

let directory: string;
let settings: Record<string, string>;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "bp-import-"));
  settings = {
    BOOK_DIR: join(import.meta.dirname, "book"),
    PORT: String(await findFreePort()),
    BCRYPT_COST: "10",
  };
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("accounts are imported into an embedded database, with a server on it and without", {
  timeout,
}, async () => {
  const bookplate = commandIn(directory, settings);
  writeFileSync(
    join(directory, "users.jsonl"),
    inLines([
      { email: alice.email, name: alice.name, email_verified: true, hashed_password: hash },
      { email: "nobody", hashed_password: hash },
    ]),
  );
  expect((await bookplate("migrate", "up")).code).toBe(0);

  const tried = await bookplate("import-users", "users.jsonl", "--dry-run");
  expect(tried).toMatchObject({ code: 1, stderr: "" });
  expect(tried.stdout).toBe(
    "Nothing was changed. Would be imported: 1. Already there: 0. Refused: 1.\n" +
      "  line 2: has an address that no letter can reach\n",
  );

  const server = spawnCommand(["serve"], directory, settings);
  try {
    const socket = join(directory, "data", "bookplate.sock");
    await waitUntil("the socket", readyTimeoutMs, async () => existsSync(socket) || undefined);
    const imported = await bookplate("import-users", "users.jsonl", "--json");
    expect(JSON.parse(imported.stdout)).toEqual({
      dryRun: false,
      imported: 1,
      alreadyThere: 0,
      refused: 1,
      withoutPassword: 0,
      unverified: 0,
      refusals: [{ line: 2, reason: "email-invalid" }],
    });
    const browser = createBrowser(`http://localhost:${settings.PORT}`);
    expect((await browser.post("/auth/login", alice)).status).toBe(422);
    const { email, password } = alice;
    expect((await browser.post("/auth/login", { email, password })).status).toBe(200);
  } finally {
    server.child.kill("SIGTERM");
    await server.result;
  }

  writeFileSync(join(directory, "users.csv"), `email,hashed_password\n${alice.email},${hash}\n`);
  const again = await bookplate("import-users", "users.csv");
  expect(again).toEqual({
    code: 0,
    stdout: "Imported: 0. Already there: 1. Refused: 0.\n",
    stderr: "",
  });
  for (const { stdout, stderr } of [tried, again]) expect(stdout + stderr).not.toContain(hash.slice(7));
});

test("what cannot be imported is said in a sentence", { timeout }, async () => {
  const bookplate = commandIn(directory, settings);
  expect(await bookplate("import-users", "nowhere.csv")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("nowhere.csv cannot be read"),
  });
  expect(await bookplate("import-users")).toMatchObject({ code: 2 });
  writeFileSync(join(directory, "empty.csv"), "");
  expect(await bookplate("import-users", "empty.csv", "--format", "ldap")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no format "ldap"'),
  });
  writeFileSync(join(directory, "parameters.txt"), "hash_config {\n  algorithm: SCRYPT,\n}\n");
  expect(
    await bookplate("import-users", "empty.csv", "--firebase-parameters", "parameters.txt"),
  ).toMatchObject({ code: 1, stderr: expect.stringContaining("base64_signer_key") });
});
