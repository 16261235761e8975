import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { installedNode, repositoryRoot } from "../scripts/repository-paths.mjs";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { startServer } from "./support/running-server.ts";
import { startSlowModel } from "./support/slow-model.ts";

const site = join(repositoryRoot, ".cache", "use-chat");

async function buildPage(): Promise<void> {
  const vite = join(repositoryRoot, "node_modules", "vite", "bin", "vite.js");
  const page = join(repositoryRoot, "e2e", "pages", "use-chat");
  const build = [vite, "build", page, "--outDir", join(site, "build"), "--emptyOutDir", "--logLevel", "warn"];
  await promisify(execFile)(installedNode, build);
}

test("useChat of the AI SDK asks, goes on after a reload, stops, and shows what fails", async () => {
  await buildPage();
  const model = await startSlowModel();
  const server = await startServer({ ...model.settings, BOOK_DIR: site, LIMITS: "off" });
  const browser = await launchBrowser();
  onTestFinished(async () => {
    await browser.close();
    await server.stop();
    await model.close();
  });
  const alice = await openPersonsBrowser(browser);
  keepEvidence("use-chat", alice);
  const { page } = alice;
  const status = page.getByRole("status");
  const answers = page.locator("li[data-role=assistant]");
  const ask = () => page.getByRole("button", { name: "Ask" }).click();

  await page.goto(`${server.url}/`);
  await ask();
  await model.say("Open the ");
  await answers.filter({ hasText: "Open the" }).waitFor();
  expect(await status.textContent()).toBe("streaming");

  await page.reload();
  await answers.filter({ hasText: "Open the" }).waitFor();
  await model.say("valve.");
  await answers.filter({ hasText: "Open the valve." }).waitFor();
  await model.end();
  await status.filter({ hasText: "ready" }).waitFor();
  expect(await answers.allTextContents()).toEqual(["Open the valve."]);

  await ask();
  await model.say("A second ");
  await answers.filter({ hasText: "A second" }).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await status.filter({ hasText: "ready" }).waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);

  await ask();
  await model.say("A third ");
  await answers.filter({ hasText: "A third" }).waitFor();
  await model.fail();
  await page.getByRole("alert").filter({ hasText: "The answer could not be written." }).waitFor();
  expect(await status.textContent()).toBe("error");

  await page.reload();
  await status.filter({ hasText: "ready" }).waitFor();
  expect((await answers.allTextContents()).map((text) => text.trim())).toEqual([
    "Open the valve.",
    "A second",
    "A third",
  ]);
  expect(alice.complaints).toEqual([]);
});
