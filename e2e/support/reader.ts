import { loadChat } from "@bookplate/messages/chat";
import { labelsFor } from "@bookplate/messages/labels";
import { loadScreens } from "@bookplate/messages/screens";
import type { Locator, Page } from "playwright-core";
import { waitUntil } from "../../scripts/wait-until.ts";

const openTimeoutMs = 60_000;

// Journeys find things as a reader does, by the words on them; the words are the catalogue's.
const wordsIn = async (language: string) => ({
  chat: await loadChat(language),
  labels: labelsFor(language),
  screens: await loadScreens(language),
});
const english = await wordsIn("en");

export interface Person {
  name: string;
  email: string;
  password: string;
}

/**
 * Waits until the page's script has taken over the form that came with the page: what is typed before may be lost with
 * it, and its button cannot be pressed.
 */
export const formWorks = (page: Page): Promise<void> =>
  page.locator("main form button[type=submit]:enabled").first().waitFor();

/** What a reader can do in the book, in the reader's own terms. */
export interface Reader {
  chatPanel: Locator;
  /** Opens the chat panel, which is closed after every loading of a page. */
  openChat: () => Promise<void>;
  /** Asks and waits until the answer has come to its end. */
  ask: (question: string) => Promise<void>;
  /** Opens a conversation from the list and waits for its question and the answer to it. */
  readConversation: (question: string) => Promise<void>;
  /** The links under the newest answer. */
  sources: Locator;
  /** Opens the registration from the line in the chat panel that tells a guest about it. */
  openRegister: () => Promise<void>;
  /** Fills the open registration and waits until it points to the inbox. */
  register: (person: Person) => Promise<void>;
  /** Opens the link of a letter and waits for the button that it leads to. */
  openLink: (link: string) => Promise<void>;
  /** Confirms the address in a browser that did not register: with the password chosen when registering. */
  confirmElsewhere: (person: Person) => Promise<void>;
  openSignIn: () => Promise<Locator>;
  signIn: (person: Person) => Promise<void>;
  signOut: () => Promise<void>;
  /** Waits until the navbar says that somebody is signed in. */
  seeAccount: () => Promise<void>;
  seeSignedOut: () => Promise<void>;
}

/** The same for a reader of a book in another language. */
export const readerIn = async (language: string, page: Page): Promise<Reader> =>
  reader(page, await wordsIn(language));

export function reader(page: Page, { chat, labels, screens } = english): Reader {
  // Its name is Docusaurus' own word, which differs by language.
  const navbar = page.getByRole("navigation").filter({ has: page.locator(".navbar__inner") });
  const account = navbar.getByRole("button", { name: labels.yourAccount });
  const signInButton = navbar.getByRole("button", { name: labels.signIn });
  // Busy from the press on that counts until the panel is closed.
  const launcher = page
    .getByRole("button", { name: labels.askTheBook })
    .and(page.locator("[aria-busy=false]"));
  const chatPanel = page.getByRole("complementary", { name: chat.title });
  const registerDialog = page.getByRole("dialog", { name: screens.register.title });
  const signInDialog = page.getByRole("dialog", { name: screens.login.title });

  const confirm = page.getByRole("button", { name: screens.verify.submit });

  const openSignIn = async () => {
    await signInButton.click();
    await signInDialog.waitFor();
    return signInDialog;
  };

  return {
    chatPanel,
    sources: chatPanel.getByRole("navigation", { name: chat.sources }).last().getByRole("link"),
    openSignIn,
    openChat: async () => {
      // It comes with the page, and a press is for nothing until the page's script has taken it over.
      await waitUntil("The panel is open", openTimeoutMs, async () => {
        if ((await launcher.count()) > 0) await launcher.click();
        return (await chatPanel.isVisible()) || undefined;
      });
    },
    ask: async (question) => {
      await chatPanel.getByRole("textbox", { name: chat.question }).fill(question);
      await chatPanel.getByRole("button", { name: chat.send }).click();
      const asked = chatPanel.locator("article[data-role=user]").filter({ hasText: question }).last();
      // The answer comes right after its question, and is busy until its end.
      await asked.locator("xpath=following-sibling::article[1][@aria-busy='false']").waitFor();
      await chatPanel.getByText(chat.answerReady).waitFor({ state: "attached" });
    },
    readConversation: async (question) => {
      await chatPanel.getByRole("button", { name: chat.conversations }).click();
      await chatPanel.getByRole("listitem").filter({ hasText: question }).getByRole("button").first().click();
      const conversation = chatPanel.getByRole("region", { name: chat.conversation });
      await conversation.getByText(question, { exact: true }).waitFor();
      await conversation.getByRole("navigation", { name: chat.sources }).first().waitFor();
    },
    openRegister: async () => {
      await chatPanel.getByRole("button", { name: chat.register, exact: true }).click();
      await registerDialog.waitFor();
    },
    register: async ({ name, email, password }) => {
      await registerDialog.getByLabel(screens.fields.name).fill(name);
      await registerDialog.getByLabel(screens.fields.email).fill(email);
      await registerDialog.getByLabel(screens.fields.password, { exact: true }).fill(password);
      await registerDialog.getByRole("button", { name: screens.register.submit }).click();
      await page.getByText(screens.inbox.title).waitFor();
    },
    openLink: async (link) => {
      await page.goto(link);
      await confirm.waitFor();
    },
    confirmElsewhere: async ({ password }) => {
      await confirm.click();
      await page.getByLabel(screens.verify.password).fill(password);
      await confirm.click();
      await page.getByText(screens.verify.doneTitle).waitFor();
    },
    signIn: async ({ email, password }) => {
      const dialog = await openSignIn();
      await dialog.getByLabel(screens.fields.email).fill(email);
      await dialog.getByLabel(screens.fields.password, { exact: true }).fill(password);
      await dialog.getByRole("button", { name: screens.login.submit, exact: true }).click();
      await dialog.waitFor({ state: "hidden" });
    },
    signOut: async () => {
      await account.click();
      await page.getByRole("button", { name: screens.account.signOut }).click();
    },
    seeAccount: () => account.waitFor(),
    seeSignedOut: () => signInButton.waitFor(),
  };
}
