import { join } from "node:path";
import { onTestFailed } from "vitest";
import { repositoryRoot } from "../../scripts/repository-paths.mjs";
import type { PersonsBrowser } from "./browser.ts";

const folder = join(repositoryRoot, ".cache", "journeys");

/** When the running test fails: a picture of the page and what its console said, to see why. */
export function keepEvidence(name: string, { page, complaints }: PersonsBrowser): void {
  onTestFailed(async () => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    process.stderr.write(`${[`${page.url()} is shown in ${path}`, ...complaints].join("\n")}\n`);
  });
}
