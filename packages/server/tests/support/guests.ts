import type { Bookmark } from "../../src/bookmarks/schemas.ts";
import type { SessionAnswer } from "../../src/sessions/schemas.ts";
import type { Answer, TestBrowser } from "./browser.ts";
import type { TestServer } from "./server.ts";

/** What an answer may be instead of what was hoped for. */
export type Refusable<T> = T & { readonly code?: string };

/** A guest of this browser with a conversation for each title. */
export async function guestWithChats(
  browser: TestBrowser,
  titles: readonly string[] = [],
): Promise<SessionAnswer> {
  const { body: guest } = await browser.post<SessionAnswer>("/auth/guest");
  const { accessToken } = guest;
  for (const title of titles) await browser.post("/conversations", { title }, { accessToken });
  return guest;
}

/** The titles of a reader's conversations, in the order of the alphabet. */
export async function titlesOf(server: Pick<TestServer, "browser">, accessToken: string): Promise<string[]> {
  const { body } = await server
    .browser()
    .get<{ items: { title: string }[] }>("/conversations?limit=100", { accessToken });
  return body.items.map(({ title }) => title).sort();
}

/** A reader's bookmarks, newest first. */
export async function bookmarksOf(
  server: Pick<TestServer, "browser">,
  accessToken: string,
): Promise<Bookmark[]> {
  const { body } = await server
    .browser()
    .get<{ items: Bookmark[] }>("/me/bookmarks?limit=100", { accessToken });
  return body.items;
}

/** The reader's yes: to the guest that the session remembers, or to the one whose token is given. */
export const claim = (
  browser: TestBrowser,
  accessToken: string,
  guestToken?: string,
): Promise<Answer<Refusable<{ merged: { conversations: number } }>>> =>
  browser.post("/guests/claim", guestToken === undefined ? {} : { guestToken }, { accessToken });
