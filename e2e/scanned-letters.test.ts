import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { linkTo, waitForLetter } from "./support/mailbox.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const email = "alice@example.org";
const newEmail = "alice@example.net";
const password = "lantern orchard velvet nine";
const newPassword = "copper meadow whistle four";

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

async function post(path: string, body: object, token?: string): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${book.url}/api/v1${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.text() };
}

/** As a mail scanner does: asks for the address in both ways, then lets a browser with scripts open it, and presses nothing. */
async function scan(link: string): Promise<string[]> {
  for (const method of ["HEAD", "GET"]) expect((await fetch(link, { method })).ok).toBe(true);
  const scanner = await openPersonsBrowser(browser);
  const writes: string[] = [];
  scanner.page.on("request", (request) => {
    if (!["GET", "HEAD"].includes(request.method())) writes.push(`${request.method()} ${request.url()}`);
  });
  await scanner.page.goto(link);
  await scanner.page.getByRole("main").getByRole("button").first().waitFor();
  await scanner.page.waitForLoadState("networkidle");
  await scanner.context.close();
  return writes;
}

const tokenIn = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get("token") ?? "";

test("a mail scanner with a browser opens every letter's link, and each is as good as before", async () => {
  const registered = await post("/auth/register", { email, password, name: "Alice", delivery: "body" });
  const { registrationProof } = JSON.parse(registered.body);
  const verify = linkTo("/verify", await waitForLetter(book.url, email));
  expect(await scan(verify)).toEqual([]);
  const verified = await post("/auth/verify-email", { token: tokenIn(verify), registrationProof });
  expect(verified.status).toBe(200);

  await post("/auth/password/forgot", { email });
  const reset = linkTo("/reset", await waitForLetter(book.url, email, "password-reset"));
  expect(await scan(reset)).toEqual([]);
  expect((await post("/auth/password/reset", { token: tokenIn(reset), password: newPassword })).status).toBe(
    204,
  );

  const signedIn = await post("/auth/login", { email, password: newPassword, delivery: "body" });
  const { accessToken } = JSON.parse(signedIn.body);
  await post("/me/email", { newEmail, password: newPassword }, accessToken);
  const change = linkTo("/email-change", await waitForLetter(book.url, newEmail, "email-change-confirm"));
  expect(await scan(change)).toEqual([]);
  expect((await post("/me/email/confirm", { token: tokenIn(change) })).status).toBe(200);

  const undo = linkTo("/email-undo", await waitForLetter(book.url, email, "email-changed"));
  expect(await scan(undo)).toEqual([]);
  expect((await post("/me/email/undo", { token: tokenIn(undo) })).status).toBe(204);
});
