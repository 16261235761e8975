import { createDrafts } from "../chat/drafts.ts";
import { findStorage } from "../chat/kept.ts";

/**
 * Whether a reader has typed a question that is not sent, in this tab or, if it was the last one to be typed in, in
 * another.
 *
 * @param storageKey - the book's own prefix in the browser's storage
 */
export function hasUnsentQuestion(storageKey: string, readerId: string): boolean {
  const drafts = createDrafts(
    { tab: findStorage("sessionStorage"), device: findStorage("localStorage") },
    storageKey,
  );
  return drafts.read(readerId).text.trim() !== "";
}
