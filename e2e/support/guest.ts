import type { Page } from "playwright-core";

/**
 * Makes a guest of this browser with conversations and bookmarks, without the panel; the page is then loaded anew, as
 * on another day.
 *
 * @param page - shows a page of the book
 */
export async function becomeGuest(
  page: Page,
  { chats = [], bookmarks = [] }: { chats?: readonly string[]; bookmarks?: readonly string[] },
): Promise<void> {
  await page.evaluate(
    async ({ chats, bookmarks }) => {
      const post = async (path: string, body: object, token = "") => {
        const answer = await fetch(`/api/v1${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
        return answer.json();
      };
      const { accessToken } = await post("/auth/guest", {});
      for (const title of chats) await post("/conversations", { title }, accessToken);
      for (const place of bookmarks) {
        const [path = "", anchor] = place.split("#");
        await post("/me/bookmarks", { page: path, ...(anchor && { anchor }) }, accessToken);
      }
    },
    { chats, bookmarks },
  );
  await page.reload();
}
