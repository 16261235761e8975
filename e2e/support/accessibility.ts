import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** What is looked for: all rules, what colours decide, or everything else. */
type Rules = "all" | "contrast" | "all-but-contrast";

const contrast = "color-contrast";
const runs: Record<Rules, RunOptions> = {
  all: { runOnly: { type: "tag", values: tags } },
  contrast: { runOnly: { type: "rule", values: [contrast] } },
  "all-but-contrast": {
    runOnly: { type: "tag", values: tags },
    rules: { [contrast]: { enabled: false } },
  },
};

/**
 * Looks for faults that a machine can find (WCAG 2.2 AA) in a part of a page.
 *
 * @param within - CSS selector
 * @returns one line per fault: the rule and the element
 */
export async function accessibilityFaults(
  page: Page,
  within: string,
  rules: Rules = "all",
): Promise<string[]> {
  // Half a megabyte of script, once for each page.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, run]) => {
      const { violations } = await window.axe.run(selector, run);
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [within, runs[rules]] as const,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
