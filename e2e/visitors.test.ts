import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const pages = 10;

let book: RunningBook;
let browser: Browser;
beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

test("whoever reads ten pages with scripts running sends nothing that writes, and keeps nothing", async () => {
  const visitor = await openPersonsBrowser(browser);
  keepEvidence("visitor", visitor);
  const { page, context, complaints } = visitor;
  const sent: string[] = [];
  context.on("request", (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(book.url);
  const links = await page
    .locator("nav.menu a[href^='/']")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "/"));
  const addresses = [...new Set(["/", ...links])].slice(0, pages);
  expect(addresses).toHaveLength(pages);
  for (const address of addresses) {
    await page.goto(book.url + address, { waitUntil: "networkidle" });
    await page.mouse.wheel(0, 2_000);
  }
  // A GET writes nothing on any route: packages/server/tests/http-conventions.test.ts.
  expect(sent.filter((request) => !/^(?:GET|HEAD) /.test(request))).toEqual([]);
  expect(sent.filter((request) => request.includes("/api/"))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
});
