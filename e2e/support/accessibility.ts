import axe from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/**
 * Looks for faults that a machine can find (WCAG 2.2 AA) in a part of a page.
 *
 * @param within - CSS selector
 * @returns one line per fault: the rule and the element
 */
export async function accessibilityFaults(page: Page, within: string): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ([selector, values]) => {
      const { violations } = await window.axe.run(selector, { runOnly: { type: "tag", values } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    [within, tags] as const,
  );
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
