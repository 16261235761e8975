import { type ChatMessages, loadChat } from "@bookplate/messages/chat";
import { type KeyboardEvent, lazy, useCallback, useEffect, useId, useRef, useState } from "react";
import { Lazily } from "../Lazily.tsx";
import { useAtOnce } from "./at-once.ts";
import type { Navigate } from "./book-links.ts";
import { Composer } from "./Composer.tsx";
import type { Quote } from "./chat-state.ts";
import type { ConversationRequest } from "./conversation-requests.ts";
import { GuestNotice, ProblemNotice } from "./Notices.tsx";
import { PanelHeader } from "./PanelHeader.tsx";
import { PanelContext } from "./panel-context.ts";
import { Thread } from "./Thread.tsx";
import { useChat } from "./use-chat.ts";
import { useChatHost } from "./use-chat-host.ts";
import { coversPage, useCoveredPage } from "./use-covered-page.ts";
import { usePanelFocus } from "./use-panel-focus.ts";

// Loaded with the first use of the list: a first question does without it.
const ConversationList = lazy(() => import("./list/ConversationList.tsx"));

export interface PanelProps {
  readonly open: boolean;
  /** A passage that the reader wants to ask about; a new object each time. */
  readonly quote: Quote | null;
  /** A conversation that was asked for elsewhere on the page; a new object each time. */
  readonly wanted: ConversationRequest | null;
  readonly page: string | undefined;
  readonly onClose: () => void;
  readonly suggestions: readonly string[] | undefined;
  readonly navigate: Navigate;
}

/** The chat panel: stays mounted while it is closed, so that an answer goes on coming in. */
export function Panel({ open, quote, wanted, page, onClose, suggestions, navigate }: PanelProps) {
  const host = useChatHost();
  const { chat, state } = useChat(host, page);
  const words = useWords(host.language);
  const [atOnce, setAtOnce] = useAtOnce(host.storageKey);
  const titleId = useId();
  const panel = useRef<HTMLElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  useCoveredPage(panel, open);

  useEffect(() => {
    if (quote === null) return;
    chat.setQuote(quote);
    chat.showConversation();
  }, [chat, quote]);

  useEffect(() => {
    if (wanted !== null) void chat.open(wanted.id, wanted.messageId);
  }, [chat, wanted]);

  usePanelFocus({ panel, title, field }, open && words !== null, quote);

  const makeRoom = useCallback(() => {
    if (coversPage()) onClose();
  }, [onClose]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    if (state.view === "list") chat.showConversation();
    else onClose();
  }

  if (words === null) return <aside className="bp-chat" ref={panel} hidden={!open} aria-busy="true" />;
  const shared = {
    chat,
    state,
    host,
    words,
    locale: isVariant(host.language, words.language) ? host.language : words.language,
    navigate,
    currentPage: () => page ?? window.location.pathname,
    atOnce,
    setAtOnce,
    makeRoom,
    suggestions: suggestions?.length ? suggestions : words.suggestions,
  };
  return (
    <PanelContext.Provider value={shared}>
      <aside className="bp-chat" ref={panel} hidden={!open} aria-labelledby={titleId} onKeyDown={onKeyDown}>
        <PanelHeader titleId={titleId} title={title} onClose={onClose} />
        {state.view === "list" ? (
          <Lazily fallback={<p className="bp-chat-scroll bp-chat-note">{words.loading}</p>}>
            <ConversationList />
          </Lazily>
        ) : (
          <Thread />
        )}
        <GuestNotice />
        <ProblemNotice />
        {state.view === "conversation" && <Composer field={field} />}
        <AnswerReady
          text={state.stopped ? words.answerStopped : words.answerReady}
          count={state.answersReady}
        />
      </aside>
    </PanelContext.Provider>
  );
}

/** The only live region about answers: one short sentence at the end. The key makes each one a new text. */
function AnswerReady({ text, count }: { readonly text: string; readonly count: number }) {
  return (
    <p className="bp-chat-unseen" role="status">
      {count > 0 && <span key={count}>{text}</span>}
    </p>
  );
}

const isVariant = (tag: string, language: string): boolean =>
  tag === language || tag.startsWith(`${language}-`);

function useWords(language: string): ChatMessages | null {
  const [words, setWords] = useState<ChatMessages | null>(null);
  useEffect(() => {
    let current = true;
    loadChat(language).then((loaded) => current && setWords(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  return words;
}
