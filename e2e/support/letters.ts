import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { BrowserContextOptions } from "playwright-core";
import { repositoryRoot } from "../../scripts/repository-paths.mjs";

export interface PrintedLetter {
  readonly name: string;
  readonly language: string;
  readonly html: string;
  readonly code: string | null;
}

/** Every letter that the server writes, in every language. */
export function printLetters(): readonly PrintedLetter[] {
  const script = join(repositoryRoot, "scripts", "print-letters.ts");
  return JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8", maxBuffer: 2 ** 26 }));
}

/** How letters are looked at: the narrowest phone is 320 px wide. */
export const letterLooks = {
  light: { viewport: { width: 700, height: 800 }, colorScheme: "light" },
  dark: { viewport: { width: 700, height: 800 }, colorScheme: "dark" },
  phone: { viewport: { width: 320, height: 640 }, colorScheme: "light" },
} as const satisfies Record<string, BrowserContextOptions>;
