import type { KeyboardEvent } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import { usePanel } from "../panel-context.ts";
import { markedParts } from "./marked-parts.ts";
import type { ConversationSearch } from "./use-search.ts";

/** Places in the reader's own conversations, with the words that were searched for marked in them. */
export function SearchResults({ search }: { readonly search: ConversationSearch }) {
  const { chat } = usePanel();
  const { list: words } = useChatToolsWords();
  const query = search.query ?? "";
  return (
    <>
      <ul className="bp-chat-found" onKeyDown={moveByArrow}>
        {search.matches.map(({ conversation, messageId, excerpt }) => (
          <li key={`${conversation.id} ${messageId}`} className="bp-chat-item">
            <button
              className="bp-chat-item-title"
              type="button"
              onClick={() => chat.open(conversation.id, messageId)}
            >
              <bdi className="bp-chat-item-name">
                <Marked text={conversation.title ?? words.untitled} query={query} />
              </bdi>
              {messageId !== null && (
                <span className="bp-chat-excerpt" dir="auto">
                  <Marked text={excerpt} query={query} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {search.nextCursor !== null && (
        <button className="bp-chat-button" type="button" onClick={search.readMore}>
          {words.showMore}
        </button>
      )}
    </>
  );
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  return markedParts(text, query).map(({ start, part, marked }) =>
    marked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
  );
}

/** Up and down go through the results and back to the field, as in any list of suggestions. */
function moveByArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  const next = buttons.findIndex((button) => button.matches(":focus")) + step;
  if (next >= 0) buttons[next]?.focus();
  else event.currentTarget.parentElement?.querySelector<HTMLElement>("input[type=search]")?.focus();
}
