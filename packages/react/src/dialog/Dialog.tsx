import { type ReactNode, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { type CloseReason, useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { CloseIcon } from "./CloseIcon.tsx";
import { focusFirst, isUntouched } from "./form-focus.ts";
import { restPage } from "./rest-page.ts";
import { DIALOG_TITLE } from "./title.ts";

interface DialogProps {
  /** What is shown; when it changes, focus begins anew. */
  readonly view: string;
  /** Must stay the same function while the dialog is open. */
  readonly onClose: (reason: CloseReason) => void;
  readonly children: ReactNode;
}

/**
 * A dialog over the resting page. Not a native modal: that one makes everything else inert, and with it the overlays
 * of password managers, which live in `<body>` beside the book. For the same reason nothing traps the Tab key.
 */
export function Dialog({ view, onClose, children }: DialogProps) {
  const { siteRoot } = useAuth().settings;
  const { dialog: words } = useWords().screens;
  const panel = useRef<HTMLDivElement>(null);
  const pressedOutside = useRef(false);

  useEffect(() => {
    const opener = document.activeElement;
    const wake = restPage(siteRoot);
    const closeByKey = (event: KeyboardEvent) => {
      // While a word is composed, Escape belongs to the input method.
      if (event.key === "Escape" && !event.isComposing && isUntouched(panel.current)) onClose("escape");
    };
    const leave = () => onClose("navigation");
    document.addEventListener("keydown", closeByKey);
    addEventListener("popstate", leave);
    return () => {
      document.removeEventListener("keydown", closeByKey);
      removeEventListener("popstate", leave);
      wake();
      // Signing in has replaced the button that opened it; what stands in its place is nearest.
      const back = opener?.isConnected ? opener : document.querySelector(".bp-account");
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    };
  }, [siteRoot, onClose]);

  useEffect(() => {
    if (view !== "") focusFirst(panel.current);
  }, [view]);

  return createPortal(
    <div
      className="bp-backdrop"
      onPointerDown={(event) => {
        pressedOutside.current = event.target === event.currentTarget;
      }}
      onPointerUp={(event) => {
        const outside = pressedOutside.current && event.target === event.currentTarget;
        if (outside && isUntouched(panel.current)) onClose("outside");
      }}
    >
      <div className="bp-dialog" role="dialog" aria-modal="true" aria-labelledby={DIALOG_TITLE} ref={panel}>
        <button
          type="button"
          className="bp-icon-button bp-dialog-close"
          aria-label={words.close}
          onClick={() => onClose("button")}
        >
          <CloseIcon />
        </button>
        {children}
      </div>
    </div>,
    document.body,
  );
}
