import { join } from "node:path";
import { onTestFailed } from "vitest";
import { repositoryRoot } from "../../scripts/repository-paths.mjs";
import type { PersonsBrowser } from "./browser.ts";

const folder = join(repositoryRoot, ".cache", "journeys");

/** When the running test fails: a picture of the page, what its dialogs and console said, to see why. */
export function keepEvidence(name: string, { page, complaints }: PersonsBrowser): void {
  onTestFailed(async () => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    const said = await page.locator("[role=dialog], [role=alert]").allInnerTexts();
    process.stderr.write(`${[`${page.url()} is shown in ${path}`, ...said, ...complaints].join("\n")}\n`);
  });
}
