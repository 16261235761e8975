import type { NewBookmark } from "@bookplate/client";
import type { Quote } from "./chat-state.ts";

/** Characters of a selection that are sent along with a question. */
const QUOTE_LENGTH = 2_000;
/** What a cut may leave of a character outside the basic plane; no text for a server. */
const HALF_OF_A_PAIR = /[\uD800-\uDBFF]$/;
/** Fewer characters are a slip of the pointer. */
const LEAST = 3;

export interface SelectedPassage {
  readonly quote: Quote;
  /** Where it stands, in pixels of the viewport. */
  readonly place: { readonly bottom: number; readonly inlineStart: number };
}

/** What is selected in the article right now, or `null`: a selection in menus and in the panel is none. */
export function selectedPassage(): SelectedPassage | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const holder = range.commonAncestorContainer;
  const article = (holder instanceof Element ? holder : holder.parentElement)?.closest("article, main");
  const text = selection.toString().replace(/\s+/g, " ").trim();
  if (!article || text.length < LEAST || article.closest(".bp-chat")) return null;
  const box = range.getBoundingClientRect();
  const isRtl = getComputedStyle(article).direction === "rtl";
  return {
    quote: {
      text: text.slice(0, QUOTE_LENGTH).replace(HALF_OF_A_PAIR, ""),
      page: location.pathname + nearestAnchor(article, range),
    },
    place: { bottom: box.bottom, inlineStart: isRtl ? innerWidth - box.right : box.left },
  };
}

/** Characters of a passage that remind its reader of it in a list. */
const NOTE_LENGTH = 200;

/** The place of a passage as something to keep, with its first words as the note. */
export function bookmarkOf({ text, page }: Quote): NewBookmark {
  const [path = page, anchor] = page.split("#");
  const note =
    text.length > NOTE_LENGTH ? `${text.slice(0, NOTE_LENGTH - 1).replace(HALF_OF_A_PAIR, "")}…` : text;
  return { page: path, note, ...(anchor !== undefined && { anchor }) };
}

/** The anchor of the last heading before the selection; empty above the first. */
function nearestAnchor(article: Element, range: Range): string {
  const before = [...article.querySelectorAll("h2[id], h3[id], h4[id], h5[id], h6[id]")].filter(
    (heading) => range.comparePoint(heading, 0) <= 0,
  );
  const nearest = before.at(-1);
  return nearest === undefined ? "" : `#${nearest.id}`;
}
