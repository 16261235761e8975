import type { BrowserContext, Page } from "playwright-core";

/** Everything that a browser keeps for the book: what scripts stored, and the cookies, also those scripts can't read. */
export async function readStoredTraces(page: Page, context: BrowserContext): Promise<string> {
  const stored = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage } }));
  const cookies = await context.cookies();
  return JSON.stringify({ ...stored, cookies: cookies.map(({ name, value }) => ({ name, value })) });
}
