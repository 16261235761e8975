import { labelsFor } from "@bookplate/messages/labels";
import { type ComponentType, useCallback, useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import type { AskAboutThisProps } from "./AskAboutThis.tsx";
import type { Navigate } from "./book-links.ts";
import type { Quote } from "./chat-state.ts";
import { type ConversationRequest, followConversationRequests } from "./conversation-requests.ts";
import type { PanelProps } from "./Panel.tsx";

export interface ChatPanelProps {
  /** BCP 47 tag of the page; the provider's where it is not given. */
  readonly language?: string;
  /** Path of the page on the screen, sent along with a question; the address bar's where it is not given. */
  readonly page?: string;
  /** Questions that the empty panel offers; the catalogue's own where there are none. */
  readonly suggestions?: readonly string[];
  /** Follows links into the book; the provider's where it is not given. */
  readonly navigate?: Navigate;
}

/**
 * The chat of a book: a button, and from its first use on the panel behind it. Until then nothing but the button is
 * loaded. Needs an `AuthProvider` around it.
 */
export function ChatPanel({ page, suggestions, ...given }: ChatPanelProps) {
  const { settings } = useAuth();
  const { language = settings.language, navigate = settings.navigate } = given;
  const { askTheBook, chatDidNotLoad } = { ...labelsFor(language), ...settings.messages.labels };
  const [open, setOpen] = useState(false);
  const [quote, setQuote] = useState<Quote | null>(null);
  const [wanted, setWanted] = useState<ConversationRequest | null>(null);
  const [failed, setFailed] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<PanelProps>>();
  const launcher = useRef<HTMLButtonElement>(null);
  const AskAboutThis = useAskAboutThis();

  const show = useCallback((about: Quote | null) => {
    setQuote(about);
    setOpen(true);
    setFailed(false);
    import("./Panel.tsx").then(
      (chunk) => setPanel(() => chunk.Panel),
      () => {
        setOpen(false);
        setFailed(true);
      },
    );
  }, []);
  const close = useCallback(() => setOpen(false), []);
  useEffect(
    () =>
      followConversationRequests((request) => {
        setWanted(request);
        show(null);
      }),
    [show],
  );

  // The button is back on the screen only now; focus that went elsewhere meanwhile is left where it is.
  const wasOpen = useRef(false);
  useEffect(() => {
    const focused = document.activeElement;
    const isLost = focused === null || focused === document.body || focused.closest(".bp-chat") !== null;
    if (wasOpen.current && !open && isLost) launcher.current?.focus();
    wasOpen.current = open;
  }, [open]);

  return (
    <>
      <button
        className="bp-chat-launcher"
        type="button"
        ref={launcher}
        hidden={open && Panel !== undefined}
        aria-busy={open}
        onClick={() => show(null)}
      >
        {failed ? chatDidNotLoad : askTheBook}
      </button>
      {AskAboutThis && <AskAboutThis language={language} onAsk={show} />}
      {Panel && (
        <Panel
          open={open}
          quote={quote}
          wanted={wanted}
          page={page}
          onClose={close}
          suggestions={suggestions}
          navigate={navigate}
        />
      )}
    </>
  );
}

/** Loaded when a reader selects something for the first time: most never do. */
function useAskAboutThis(): ComponentType<AskAboutThisProps> | undefined {
  const [component, setComponent] = useState<ComponentType<AskAboutThisProps>>();
  useEffect(() => {
    const onSelection = () => {
      if (document.getSelection()?.isCollapsed !== false) return;
      document.removeEventListener("selectionchange", onSelection);
      // A chunk that does not come costs this shortcut; the button beside it still works.
      import("./AskAboutThis.tsx").then(
        (chunk) => setComponent(() => chunk.AskAboutThis),
        () => {},
      );
    };
    document.addEventListener("selectionchange", onSelection);
    return () => document.removeEventListener("selectionchange", onSelection);
  }, []);
  return component;
}
