import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { english } from "@bookplate/messages/terminal";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OperatorRefusal } from "../operator-refusal.ts";
import { migrationsFolder, writeMigration } from "./new-migration.ts";
import { createOutput } from "./output.ts";

/** Below the repository, so that the copied migrations find what they import. */
const cache = join(import.meta.dirname, "../../../../.cache");
const quiet = { ...createOutput(true, english), answer: () => {} };

let folder: string;
beforeEach(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "migrations-"));
  cpSync(migrationsFolder, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function readList(): Promise<[string, unknown][]> {
  const { migrations } = (await import(join(folder, "index.ts"))) as {
    migrations: Record<string, unknown>;
  };
  return Object.entries(migrations);
}

test("a new migration has the next number, both ways, and the last place in the list", async () => {
  const before = readdirSync(folder).filter((file) => /^\d{4}-/.test(file)).length;
  writeMigration(quiet, "add-bookmarks", folder);
  const list = await readList();
  expect(list).toHaveLength(before + 1);
  expect(list.at(-1)).toEqual([
    `${String(before + 1).padStart(4, "0")}-add-bookmarks`,
    expect.objectContaining({ up: expect.any(Function), down: expect.any(Function) }),
  ]);
});

test("a name that was used before, or is a word of the language, does no harm", async () => {
  const before = readdirSync(folder).length;
  for (const name of ["known-devices", "known-devices", "delete", "migrations"])
    writeMigration(quiet, name, folder);
  const list = await readList();
  expect(list.slice(-4).map(([name]) => name.replace(/^\d+-/, ""))).toEqual([
    "known-devices",
    "known-devices",
    "delete",
    "migrations",
  ]);
  expect(readdirSync(folder)).toHaveLength(before + 4);
});

test.each(["", "Add", "add_bookmarks", "../0001-initial", "1-up", "add--twice", "add-"])(
  "%j is no name for a migration, and nothing is written",
  (name) => {
    const listed = readFileSync(join(folder, "index.ts"), "utf8");
    expect(() => writeMigration(quiet, name, folder)).toThrow(OperatorRefusal);
    expect(readdirSync(folder)).toEqual(readdirSync(migrationsFolder));
    expect(readFileSync(join(folder, "index.ts"), "utf8")).toBe(listed);
  },
);

test("where Bookplate is installed, there are no sources to write to", () => {
  expect(() => writeMigration(quiet, "add-bookmarks", join(folder, "node_modules", "bookplate"))).toThrow(
    OperatorRefusal,
  );
});
