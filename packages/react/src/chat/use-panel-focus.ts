import { type RefObject, useEffect, useRef } from "react";

interface Places {
  readonly panel: RefObject<HTMLElement | null>;
  readonly title: RefObject<HTMLElement | null>;
  readonly field: RefObject<HTMLElement | null>;
}

/**
 * Puts the focus where a reader goes on: on opening, and whenever the button that they pressed has gone with what it
 * did.
 *
 * @param ready - whether the panel is open and has its words
 * @param asksForField - changes when the reader is about to write, whatever the device
 */
export function usePanelFocus({ panel, title, field }: Places, ready: boolean, asksForField: unknown): void {
  const last = useRef<Element | null>(null);

  useEffect(() => {
    if (!ready) return;
    const about = asksForField !== null;
    goOn(title.current, field.current, about);
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    const element = panel.current;
    element?.addEventListener("focusin", remember);
    return () => {
      element?.removeEventListener("focusin", remember);
      last.current = null;
    };
  }, [panel, title, field, ready, asksForField]);

  // After every rendering: nothing tells that a focused element has gone.
  useEffect(() => {
    const isLost = last.current?.isConnected === false && document.activeElement === document.body;
    if (ready && isLost) goOn(title.current, field.current, false);
  });
}

// On touch the keyboard would jump up and cover half of what was opened.
function goOn(title: HTMLElement | null, field: HTMLElement | null, asksForField: boolean): void {
  const isTouch = window.matchMedia("(pointer: coarse)").matches;
  const place = isTouch && !asksForField ? title : (field ?? title);
  place?.focus();
}
