import { loadActivity } from "@bookplate/messages/activity";
import { loadScreens } from "@bookplate/messages/screens";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "./support/accessibility.ts";
import { accountPage } from "./support/account-page.ts";
import { launchBrowser, openPersonsBrowser } from "./support/browser.ts";
import { keepEvidence } from "./support/evidence.ts";
import { waitForLetter } from "./support/mailbox.ts";
import { type Person, reader } from "./support/reader.ts";
import { type RunningBook, startBook } from "./support/running-book.ts";

const question = "What becomes of my chats when I register an account?";
const password = "lantern orchard velvet nine";
const alice: Person = { name: "Alice", email: "alice@example.org", password };
const aliceAbroad: Person = { ...alice, email: "alice-abroad@example.org" };
const [screens, activity] = await Promise.all([loadScreens("en"), loadActivity("en")]);

let book: RunningBook;
let browser: Browser;

beforeAll(async () => {
  [book, browser] = await Promise.all([startBook(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await book?.stop();
});

/** Registers from the account page, and confirms the address in the same browser. */
async function register(page: Page, person: Person): Promise<void> {
  const { words } = await accountPage(page);
  await page.getByRole("button", { name: words.register }).click();
  await reader(page).register(person);
  const letter = await waitForLetter(book.url, person.email);
  await reader(page).openLink(letter.links.find((address) => address.includes("/verify#")) ?? "");
  await page.getByRole("button", { name: screens.verify.submit }).click();
  await page.getByText(screens.verify.doneTitle).waitFor();
}

test("a guest sees what a guest has, registers, and then manages name, chats, preferences and devices", async () => {
  // Becoming an account ends the guest's session, so this browser's refresh is refused once.
  const desk = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
  keepEvidence("account-desk", desk);
  const { page } = desk;
  const at = reader(page);
  const account = await accountPage(page);
  const { words } = account;
  const expectNoFaults = async () => expect(await accessibilityFaults(page, ".bp-account-page")).toEqual([]);

  await page.goto(`${book.url}/account`);
  await page.getByText(words.signedOut).waitFor();
  expect(await page.getByRole("navigation", { name: words.parts }).count()).toBe(0);
  await expectNoFaults();
  await at.openChat();
  await at.ask(question);
  await page.reload();
  await page.getByText(words.guest).waitFor();
  await account.part(words.chats.title).getByText(question).waitFor();
  await register(page, alice);

  await account.openFromMenu();
  await expectNoFaults();
  const name = account.part(words.profile.title).getByLabel(screens.fields.name);
  await name.fill("");
  await page.getByRole("button", { name: words.save }).click();
  await page.locator("input[name=name][aria-invalid=true]:focus").waitFor();
  await name.fill("Alice Lovelace");
  await account.save();

  const chats = await account.goTo("chats");
  await chats.getByRole("button", { name: words.chats.renameNamed({ title: question }) }).click();
  await chats.getByLabel(words.chats.newTitle).fill("My chats");
  await page.keyboard.press("Enter");
  await chats.getByText(words.chats.renamed).waitFor();
  await chats.getByRole("button", { name: words.chats.open({ title: "My chats" }) }).click();
  await at.chatPanel.getByText(question, { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await expectNoFaults();

  await account.goTo("preferences");
  await page.getByRole("radio", { name: words.preferences.themes.dark }).check();
  await page.getByLabel(words.preferences.language).selectOption("de");
  await page.getByLabel(words.preferences.product).check();
  await account.save();
  await expect.poll(() => page.locator("html").getAttribute("data-theme")).toBe("dark");
  await expectNoFaults();

  // A reload is another day: what was saved comes from the server, to the part that the address names.
  await page.reload();
  await account.part(words.preferences.title).waitFor();
  expect(await page.getByRole("radio", { name: words.preferences.themes.dark }).isChecked()).toBe(true);
  expect(await page.getByLabel(words.preferences.language).inputValue()).toBe("de");
  expect(await page.getByLabel(words.preferences.product).isChecked()).toBe(true);
  await account.goTo("profile");
  expect(await name.inputValue()).toBe("Alice Lovelace");

  const phone = await openPersonsBrowser(browser, { colorScheme: "light" });
  await phone.page.goto(book.url);
  await reader(phone.page).signIn(alice);
  await expect.poll(() => phone.page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(phone.complaints).toEqual([]);
  await phone.context.close();

  await account.goTo("chats");
  await chats.getByRole("button", { name: words.chats.removeNamed({ title: "My chats" }) }).click();
  await chats.getByRole("button", { name: words.chats.remove, exact: true }).click();
  await chats.getByText(words.chats.empty).waitFor();

  expect(desk.complaints).toEqual([]);
  await desk.context.close();
});

test("alice signs a lost phone out from her desk, and every other device at once", async () => {
  const desk = await openPersonsBrowser(browser);
  keepEvidence("devices-desk", desk);
  const account = await accountPage(desk.page);
  const { devices: words } = account.words;
  const atDesk = reader(desk.page);

  await desk.page.goto(`${book.url}/account`);
  await register(desk.page, aliceAbroad);
  await desk.page.getByRole("main").getByRole("button", { name: screens.account.signOut }).click();
  await atDesk.seeSignedOut();
  // Whoever comes signed out is asked here, and stays here.
  await desk.page.goto(`${book.url}/account#devices`);
  await desk.page.getByText(account.words.signedOut).waitFor();
  await atDesk.signIn(aliceAbroad);
  const devices = account.part(words.title);
  await devices.getByText(words.onlyHere).waitFor();

  const elsewhere = async (name: string) => {
    const phone = await openPersonsBrowser(browser, { expectedFailures: /\/auth\/refresh$/ });
    keepEvidence(`devices-${name}`, phone);
    await phone.page.goto(book.url);
    await reader(phone.page).signIn(aliceAbroad);
    await reader(phone.page).seeAccount();
    return phone;
  };
  const expectSignedOut = async ({ page, complaints }: Awaited<ReturnType<typeof elsewhere>>) => {
    await page.reload();
    await reader(page).seeSignedOut();
    expect(complaints).toEqual([]);
  };
  const rows = devices.getByRole("listitem");
  const others = rows.filter({ hasNotText: words.current });

  const phone = await elsewhere("phone");
  await desk.page.reload();
  await others.waitFor();
  expect(await rows.first().textContent()).toContain(words.current);
  expect(await accessibilityFaults(desk.page, ".bp-account-page")).toEqual([]);
  await others.getByRole("button").first().click();
  // Asked first: changing one's mind gives the focus back, and nothing has ended.
  await desk.page.keyboard.press("Escape");
  await devices.locator("button:focus", { hasText: words.end }).waitFor();
  await desk.page.keyboard.press("Enter");
  await others.getByRole("button", { name: words.end, exact: true }).click();
  await devices.getByText(words.ended).waitFor();
  expect(await rows.count()).toBe(1);
  await expectSignedOut(phone);

  const [tablet, library] = [await elsewhere("tablet"), await elsewhere("library")];
  await desk.page.reload();
  await others.nth(1).waitFor();
  await devices.getByRole("button", { name: words.endOthers }).click();
  await devices.getByText(words.othersEnded).waitFor();
  await devices.getByText(words.onlyHere).waitFor();
  await expectSignedOut(tablet);
  await expectSignedOut(library);

  const security = await account.goTo("security");
  await security.getByText(activity.kinds["other-devices-signed-out"]).first().waitFor();
  await security.getByText(activity.kinds["device-signed-out"]).first().waitFor();
  expect(await accessibilityFaults(desk.page, ".bp-account-page")).toEqual([]);

  await account.goTo("devices");
  await devices.getByRole("button", { name: screens.account.signOut }).click();
  await desk.page.getByText(account.words.signedOut).waitFor();
  await devices.waitFor({ state: "detached" });
  expect(desk.complaints).toEqual([]);
});
