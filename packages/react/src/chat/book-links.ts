import { isInBook } from "./sanitise-answer.ts";

/** Goes to a path of the book without loading the page anew, as the book's router does. */
export type Navigate = (path: string) => void;

/**
 * Handles a click somewhere in an answer: a link into the book is followed in the page, everything else is left to
 * the browser, such as a new tab by a modified click.
 *
 * @returns whether a link into the book was followed
 */
export function followBookLink(event: MouseEvent, navigate: Navigate): boolean {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (link === null || event.button !== 0 || modified || !isInBook(link.href)) return false;
  event.preventDefault();
  const { pathname, search, hash } = new URL(link.href);
  navigate(pathname + search + hash);
  return true;
}
