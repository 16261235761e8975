import { loadProofsWords } from "@bookplate/messages/proofs";
import type { Page } from "playwright-core";

const words = await loadProofsWords("en");

/**
 * Lets the server's next answer to a call be what it says ten minutes after the last proof of who the reader is; what is
 * asked after that goes through.
 */
export async function forgetProof(page: Page, path: string): Promise<void> {
  let asked = false;
  await page.route(`**/api/v1${path}`, async (route) => {
    if (asked || route.request().method() === "GET") return route.fallback();
    asked = true;
    await route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({
        status: 403,
        code: "step-up-required",
        type: "",
        title: "",
        detail: "",
        requestId: "",
      }),
    });
  });
}

/** Where the page asks who is there. */
export const stepUpForm = (page: Page) => page.getByRole("region", { name: words.stepUp.title });

/** Proves it by the password, where the page asks. */
export async function proveByPassword(page: Page, password: string): Promise<void> {
  await stepUpForm(page).getByLabel(words.password.label, { exact: true }).fill(password);
  await stepUpForm(page).getByRole("button", { name: words.submit }).click();
  await stepUpForm(page).waitFor({ state: "detached" });
}

/** Proves it by a code that comes by mail. */
export async function proveByMail(page: Page, readCode: () => Promise<string>): Promise<void> {
  const form = stepUpForm(page);
  const other = form.getByRole("button", { name: words.stepUp.ways["mail-code"] });
  await other
    .or(form.getByRole("button", { name: words.stepUp.send }))
    .first()
    .waitFor();
  if (await other.isVisible()) await other.click();
  await form.getByRole("button", { name: words.stepUp.send }).click();
  await form.getByLabel(words.mailCode.label).fill(await readCode());
  await form.getByRole("button", { name: words.submit }).click();
  await form.waitFor({ state: "detached" });
}
