import { loadPasskeysWords } from "@bookplate/messages/passkeys";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAccount } from "./support/account.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { plugInPasskeyDevice } from "./support/passkey-device.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";
import { expectSoundScreen } from "./support/screen-checks.ts";
import { forgetProof, stepUpForm } from "./support/step-up.ts";

const alice: Person = {
  name: "Alice",
  email: "alice@example.org",
  password: "lantern orchard velvet nine",
};
const bob: Person = { ...alice, name: "Bob", email: "bob@example.org" };
const [words, screens] = await Promise.all([loadPasskeysWords("en"), loadScreens("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
  await openAccount(book.url, alice);
  await openAccount(book.url, bob);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** A browser with a device for passkeys, signed in by password, on the section of the account page. */
async function openSecurity(name: string, person: Person, expectedFailures: RegExp) {
  const desk = await openPersonsBrowser(browser, { expectedFailures });
  keepEvidence(name, desk);
  const { page, context } = desk;
  const device = await plugInPasskeyDevice(context, page);
  await page.goto(book.url);
  await reader(page).signIn(person);
  // Whoever has just typed a password is asked once whether they want to go on doing so.
  const offer = page.getByRole("status").filter({ hasText: words.offer.text });
  await offer.waitFor();
  await expectSoundScreen(page, ".bp-notice");
  await offer.getByRole("button", { name: screens.bars.dismiss }).click();
  await offer.waitFor({ state: "detached" });
  const account = await accountPage(page);
  await account.openFromMenu();
  const security = await account.goTo("security");
  return { ...desk, device, section: security.getByRole("region", { name: words.title }) };
}

const passkeyButton = (page: Page) =>
  page.getByRole("dialog").getByRole("button", { name: screens.login.passkey });

test("alice adds a passkey, signs in with it by the button and from the field, names and removes it", async () => {
  const desk = await openSecurity("passkeys", alice, /\/me\/passkeys\/|\/auth\/refresh$/);
  const { page, device, section } = desk;
  const at = reader(page);
  await section.getByText(words.empty).waitFor();
  await expectSoundScreen(page);

  await device.answer(true);
  await section.getByRole("button", { name: words.add }).click();
  await section.getByText(words.addedNow).waitFor();
  expect(await device.count()).toBe(1);
  await waitForLetter(book.url, alice.email, "sign-in-method-changed");
  // The same device makes no second one.
  await section.getByRole("button", { name: words.add }).click();
  await section.getByText(words.present).waitFor();
  await expectSoundScreen(page);

  // By the button: the browser has offered it in the field meanwhile, and nobody picked it.
  await device.answer(false);
  await at.signOut();
  await at.openSignIn();
  await passkeyButton(page).waitFor();
  await device.answer(true);
  await passkeyButton(page).click();
  await at.seeAccount();

  // From the field: nothing is pressed at all.
  await at.signOut();
  await at.seeSignedOut();
  await page.goto(`${book.url}/login`);
  await at.seeAccount();

  await page.goto(`${book.url}/account#security`);
  await section.getByRole("button", { name: words.renameNamed({ name: words.unnamed }) }).click();
  await section.getByRole("textbox", { name: words.newName }).fill("Work laptop");
  await page.keyboard.press("Enter");
  await section.getByText(words.renamed).waitFor();
  await section.getByText("Work laptop").waitFor();

  // Removing asks who is there, and her passkey answers.
  await forgetProof(page, "/me/passkeys/*");
  await section.getByRole("button", { name: words.removeNamed({ name: "Work laptop" }) }).click();
  await section.getByRole("group").getByRole("button", { name: words.remove }).click();
  await stepUpForm(page).getByText(words.proof.lead).waitFor();
  await expectSoundScreen(page);
  await stepUpForm(page).getByRole("button", { name: words.proof.submit }).click();
  await section.getByText(words.removed).waitFor();
  await section.getByText(words.empty).waitFor();
  expect(desk.complaints).toEqual([]);
});

test("a device that does not check who touches it adds nothing, and what the server does not know signs nobody in", async () => {
  const desk = await openSecurity("passkeys-refused", bob, /\/auth\/passkey\/verify$|\/auth\/refresh$/);
  const { page, device, section } = desk;
  const at = reader(page);
  await device.answer(true);
  await device.verifyUser(false);
  await section.getByRole("button", { name: words.add }).click();
  await section.getByRole("button", { name: words.add, exact: true }).waitFor();
  await section.getByText(words.empty).waitFor();
  expect(await device.count()).toBe(0);

  await device.verifyUser(true);
  await section.getByRole("button", { name: words.add }).click();
  await section.getByText(words.addedNow).waitFor();
  await section.getByRole("button", { name: words.removeNamed({ name: words.unnamed }) }).click();
  await section.getByRole("group").getByRole("button", { name: words.remove }).click();
  await section.getByText(words.removed).waitFor();

  // The device still has it.
  await device.answer(false);
  await at.signOut();
  await at.openSignIn();
  // First the press, which ends what the field has asked: the answer is for the button.
  await passkeyButton(page).click();
  await device.answer(true);
  await page
    .getByRole("dialog")
    .getByRole("alert")
    .getByText(/does not know that passkey/)
    .waitFor();
  await device.answer(false);
  await page.keyboard.press("Escape");
  await reader(page).seeSignedOut();
  expect(desk.complaints).toEqual([]);
});

test("a dialog over /login takes the browser's offer over from the page, and gives it back, without a word of failure", async () => {
  const { page, complaints, context } = await openPersonsBrowser(browser);
  // How each request to the browser ended; `open` while it stands.
  await page.addInitScript(() => {
    const ends: string[] = [];
    Object.assign(globalThis, { ends });
    const ask = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (options) => {
      const place = ends.push("open") - 1;
      const asked = ask(options);
      asked.catch((error: Error) => {
        ends[place] = error.name;
      });
      return asked;
    };
  });
  const endsAre = (expected: readonly string[]) =>
    page.waitForFunction((wanted) => String(Reflect.get(globalThis, "ends")) === wanted, String(expected));
  await page.goto(`${book.url}/login`);
  await endsAre(["open"]);
  await reader(page).openSignIn();
  await endsAre(["AbortError", "open"]);
  await page.keyboard.press("Escape");
  await endsAre(["AbortError", "AbortError", "open"]);
  expect(complaints).toEqual([]);
  await context.close();
});
