import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults } from "./accessibility.ts";

const phone = { width: 320, height: 700 };

/** Looks at the screen as it is: in light and dark, on a desktop and on a narrow phone, without a fault or a cut line. */
export async function expectSoundScreen(page: Page, within = "main"): Promise<void> {
  const desktop = page.viewportSize();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await accessibilityFaults(page, within), colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(phone);
  expect(await accessibilityFaults(page, within), "phone").toEqual([]);
  const cut = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(cut, "cut on a phone").toBeLessThanOrEqual(0);
  if (desktop !== null) await page.setViewportSize(desktop);
}
