import { type RefObject, useEffect } from "react";

/** As wide as the panel's full sheet in chat.css. */
const SHEET = "(max-width: 40rem)";

/** Whether the open panel leaves nothing of the page to be seen. */
export const coversPage = (): boolean => window.matchMedia(SHEET).matches;

/**
 * Tells the style sheet that the panel is open, and takes a page that is wholly covered out of the keyboard's and the
 * screen reader's way. Beside the panel the page stays in use: it is not modal.
 */
export function useCoveredPage(panel: RefObject<HTMLElement | null>, open: boolean): void {
  useEffect(() => {
    const element = panel.current;
    if (!open || element === null) return;
    const query = window.matchMedia(SHEET);
    const covered = [...(element.parentElement?.children ?? [])].filter(
      (sibling) => sibling !== element && !sibling.hasAttribute("inert"),
    );
    const update = () => {
      for (const sibling of covered) sibling.toggleAttribute("inert", query.matches);
    };
    document.documentElement.dataset.bpChat = "open";
    update();
    query.addEventListener("change", update);
    return () => {
      query.removeEventListener("change", update);
      for (const sibling of covered) sibling.removeAttribute("inert");
      delete document.documentElement.dataset.bpChat;
    };
  }, [panel, open]);
}
