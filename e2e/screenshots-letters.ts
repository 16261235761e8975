// Takes every letter in every language and look into .cache/screenshots/letters, to be looked at.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { repositoryRoot } from "../scripts/repository-paths.mjs";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { letterLooks, printLetters } from "./support/letters.ts";

const folder = join(repositoryRoot, ".cache", "screenshots", "letters");
mkdirSync(folder, { recursive: true });
const wanted = argv.slice(2);
const browser = await launchBrowser();
try {
  for (const [look, options] of Object.entries(letterLooks)) {
    const { page, context } = await openPersonsBrowser(browser, options);
    for (const { name, language, html } of printLetters()) {
      if (wanted.length > 0 && !wanted.includes(language)) continue;
      await page.setContent(html);
      await page.screenshot({ path: join(folder, `${name}-${language}-${look}.png`), fullPage: true });
    }
    await context.close();
  }
} finally {
  await browser.close();
}
process.stdout.write(`The letters are in ${folder}.\n`);
