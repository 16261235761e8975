import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A password as passlib, bcrypt and argon2 of Debian's Python store it, by format. */
export function foreignHashesOf(password: string): Readonly<Record<string, string>> {
  const script = join(import.meta.dirname, "foreign_hashes.py");
  return JSON.parse(execFileSync("/usr/bin/python3", [script, password], { encoding: "utf8" }));
}

/** Writes a file, gives its path to `act`, and removes it. */
export async function withFile<T>(text: string, act: (file: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "bookplate-import-"));
  try {
    const file = join(directory, "users");
    writeFileSync(file, text);
    return await act(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One JSON object per line. */
export const inLines = (records: readonly object[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join("");
