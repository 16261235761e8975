import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";
import { accessibilityFaults } from "./support/accessibility.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { type Letter, waitForLetter } from "./support/mailbox.ts";
import { type RunningServer, startServer } from "./support/running-server.ts";

const alice = { email: "alice@example.org", name: "Alice", password: "lantern orchard velvet nine" };

let server: RunningServer;
let browser: Browser;
let accessToken: string;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ LIMITS: "off" }), launchBrowser()]);
  await call("POST", "/auth/register", alice);
  const { links } = await waitForLetter(server.url, alice.email, "verify-registration");
  const token = new URLSearchParams(new URL(links[0] ?? "").hash.slice(1)).get("token");
  const { session } = await call<{ session: { accessToken: string } }>("POST", "/auth/verify-email", {
    token,
    password: alice.password,
    delivery: "body",
  });
  accessToken = session.accessToken;
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      origin: server.url,
      ...(body && { "content-type": "application/json" }),
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}

const wantsNews = async () =>
  (await call<{ notifications: { product: boolean } }>("GET", "/me/preferences")).notifications.product;

/** News that reach whoever switched them on. */
async function announce(): Promise<Letter> {
  await call("PATCH", "/me/preferences", { notifications: { product: true } });
  const directory = mkdtempSync(join(tmpdir(), "bookplate-news-"));
  try {
    const file = join(directory, "news.md");
    writeFileSync(file, "# A new chapter\n\nIt is about arms.\n");
    const command = join(repositoryRoot, "packages", "server", "bin", "bookplate.mjs");
    execFileSync(installedNode, [command, "mail", "announce", file, "--yes"], { env: server.environment });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  return waitForLetter(server.url, alice.email, "announcement");
}

/** The letter as it is shown in its frame. */
const shownLetter = (page: Page) => page.frameLocator("#html").locator("html");

test("the mailbox shows a letter in every language, light and dark, with its code and its headers", async () => {
  const { page, context, complaints } = await openPersonsBrowser(browser, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await page.goto(`${server.url}/dev/mail`);
  await page.getByRole("link", { name: /Confirm your address/ }).click();
  await page.getByRole("button", { name: /Copy code/ }).click();
  const { code } = await waitForLetter(server.url, alice.email, "verify-registration");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  expect(await page.getByRole("link", { name: "Open link" }).getAttribute("href")).toContain(
    "/verify#token=",
  );

  const languages = await page
    .locator("#language option")
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  expect(languages).toEqual(expect.arrayContaining(["en", "ur", "ar", "de", "es", "fr", "zh"]));
  for (const language of languages) {
    await page.getByLabel("The letter in").selectOption(language);
    await expect.poll(() => shownLetter(page).getAttribute("lang")).toBe(language);
    expect(await shownLetter(page).getAttribute("dir")).toBe(["ur", "ar"].includes(language) ? "rtl" : "ltr");
    await expect.poll(() => shownLetter(page).textContent()).toContain(code);
  }
  const paper = () =>
    page
      .frameLocator("#html")
      .locator("body")
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  const light = await paper();
  await page.getByLabel("Colours").selectOption("dark");
  await expect.poll(paper).not.toBe(light);
  await page.getByRole("tab", { name: "Headers" }).click();
  await expect.poll(() => page.locator("#headers").textContent()).toContain("Auto-Submitted");
  expect(await accessibilityFaults(page, "body")).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

test("news end with a press of the button behind their link, and opening it ends nothing", async () => {
  const letter = await announce();
  const { page, context, complaints } = await openPersonsBrowser(browser);
  const link = letter.links.find((address) => address.includes("/mail/unsubscribe")) ?? "";
  await page.goto(link);
  expect(await accessibilityFaults(page, "body")).toEqual([]);
  await page.getByRole("link", { name: "Deutsch" }).click();
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
  expect(await wantsNews()).toBe(true);
  await page.getByRole("button").click();
  await page.getByRole("heading", { name: "Keine solchen Briefe mehr", exact: true }).waitFor();
  expect(await page.getByRole("button").count()).toBe(0);
  expect(await wantsNews()).toBe(false);
  expect(complaints).toEqual([]);
  await context.close();
});
