import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults } from "./accessibility.ts";

const phone = { width: 320, height: 700 };

/** Looks at the screen as it is: in light and dark, on a desktop and on a narrow phone, without a fault or a cut line. */
export async function expectSoundScreen(page: Page, within = "main"): Promise<void> {
  const desktop = page.viewportSize();
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await accessibilityFaults(page, within), "light").toEqual([]);
  // In the dark only colours are others, and on a phone everything but they.
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityFaults(page, within, "contrast"), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(phone);
  expect(await accessibilityFaults(page, within, "all-but-contrast"), "phone").toEqual([]);
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(cut, "cut on a phone").toBeLessThanOrEqual(0);
  if (desktop !== null) await page.setViewportSize(desktop);
}
