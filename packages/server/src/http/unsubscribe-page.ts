import { html } from "hono/html";
import { developerPage } from "./developer-page.ts";
import { languageLinks, type PageView } from "./page-view.ts";

type Unsubscription =
  | { readonly state: "asks" | "done"; readonly category: "product" | "replies" }
  | { readonly state: "unknown" };

/**
 * The page behind the link at the end of a letter. The button sends the address of the page itself.
 *
 * @param book - as letters call it
 */
export function unsubscribePage(view: PageView, book: string, unsubscription: Unsubscription) {
  const words = view.words.unsubscribe;
  const sentences = describe(words, unsubscription);
  return developerPage({
    view,
    title: sentences.title,
    name: book,
    body: html`<header class="bar"><p class="name"><bdi>${book}</bdi></p>${languageLinks(view)}</header>
<main class="document">
<h1>${sentences.title}</h1>
<p>${sentences.text}</p>
${
  unsubscription.state === "asks"
    ? html`<form method="post"><button class="act" type="submit" name="List-Unsubscribe" value="One-Click">${words.button}</button></form>`
    : ""
}
<p class="facts">${words.security}</p>
</main>`,
  });
}

function describe(words: PageView["words"]["unsubscribe"], unsubscription: Unsubscription) {
  if (unsubscription.state === "unknown") return words.unknown;
  const { category, state } = unsubscription;
  return { title: words[state].title, text: words[state][category] };
}
