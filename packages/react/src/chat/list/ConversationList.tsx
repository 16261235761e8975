import { useEffect, useRef, useState } from "react";
import { useChatToolsWords, WithChatToolsWords } from "../../words/chat-tools-words.tsx";
import { BookmarkButton } from "../BookmarkButton.tsx";
import { NewIcon } from "../icons.tsx";
import { usePanel } from "../panel-context.ts";
import { ConversationItem } from "./ConversationItem.tsx";
import { readMore } from "./conversation-acts.ts";
import { Search } from "./Search.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { useSearch } from "./use-search.ts";

/** The reader's own conversations, last used first, and what was said in them. */
export default function ConversationList() {
  return (
    <WithChatToolsWords>
      <List />
    </WithChatToolsWords>
  );
}

function List() {
  const { chat, state, host, words, currentPage } = usePanel();
  const { list: own } = useChatToolsWords();
  const { conversations, list } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const [query, setQuery] = useState("");
  const search = useSearch(query);
  const isEmpty = conversations.length === 0 && (list === "read" || host.reader?.id === null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="bp-chat-scroll bp-chat-list">
      <h3 className="bp-chat-list-heading" ref={heading} tabIndex={-1}>
        {words.conversations}
      </h3>
      <div className="bp-chat-actions">
        <button className="bp-chat-button" type="button" onClick={chat.startNew}>
          <NewIcon />
          {words.newConversation}
        </button>
        <BookmarkButton
          className="bp-chat-button"
          label={words.bookmarkPage}
          words={words}
          place={() => ({ page: currentPage() })}
        />
      </div>
      {conversations.length > 0 && <Search query={query} onQuery={setQuery} search={search} />}
      {isEmpty && <p className="bp-chat-note">{own.empty}</p>}
      {search.query === null ? (
        <Conversations onRemoved={() => heading.current?.focus()} />
      ) : (
        <SearchResults search={search} />
      )}
      <AtOnce />
    </div>
  );
}

interface ConversationsProps {
  /** The row goes, and with it the button that has the focus. */
  readonly onRemoved: () => void;
}

function Conversations({ onRemoved }: ConversationsProps) {
  const { chat, state, words } = usePanel();
  const { list: own } = useChatToolsWords();
  const { conversations, list, nextCursor } = state;
  return (
    <>
      {list === "reading" && conversations.length === 0 && <p className="bp-chat-note">{words.loading}</p>}
      <ul>
        {conversations.map((conversation) => (
          <ConversationItem key={conversation.id} conversation={conversation} onRemoved={onRemoved} />
        ))}
      </ul>
      {list === "failed" && (
        <button className="bp-chat-button" type="button" onClick={chat.readList}>
          {words.tryAgain}
        </button>
      )}
      {nextCursor !== null && (
        <button className="bp-chat-button" type="button" onClick={() => readMore(chat.desk)}>
          {own.showMore}
        </button>
      )}
    </>
  );
}

/** For whom words that keep coming are a burden, such as to a screen reader or to eyes that tire. */
function AtOnce() {
  const { atOnce, setAtOnce } = usePanel();
  const { list: own } = useChatToolsWords();
  return (
    <label className="bp-chat-choice">
      <input type="checkbox" checked={atOnce} onChange={(event) => setAtOnce(event.target.checked)} />
      <span>
        {own.atOnce}
        <small>{own.atOnceHint}</small>
      </span>
    </label>
  );
}
