import { useEffect, useRef } from "react";
import { ConversationItem } from "./ConversationItem.tsx";
import { NewIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";

/** The reader's own conversations, last used first. */
export function ConversationList() {
  const { chat, state, host, words } = usePanel();
  const { conversations, list, nextCursor } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const waits = list === "reading" && conversations.length === 0;
  const isEmpty = conversations.length === 0 && (list === "read" || host.reader?.id === null);

  useEffect(() => heading.current?.focus(), []);

  return (
    <div className="bp-chat-scroll bp-chat-list">
      <h3 className="bp-chat-list-heading" ref={heading} tabIndex={-1}>
        {words.conversations}
      </h3>
      <button className="bp-chat-button bp-chat-start" type="button" onClick={chat.startNew}>
        <NewIcon />
        {words.newConversation}
      </button>
      {waits && <p className="bp-chat-note">{words.loading}</p>}
      {isEmpty && <p className="bp-chat-note">{words.noConversations}</p>}
      <ul>
        {conversations.map((conversation) => (
          <ConversationItem
            key={conversation.id}
            conversation={conversation}
            // The row goes, and with it the button that has the focus.
            onRemoved={() => heading.current?.focus()}
          />
        ))}
      </ul>
      {list === "failed" && (
        <button className="bp-chat-button" type="button" onClick={chat.conversations.read}>
          {words.tryAgain}
        </button>
      )}
      {nextCursor !== null && (
        <button className="bp-chat-button" type="button" onClick={chat.conversations.readMore}>
          {words.showMore}
        </button>
      )}
    </div>
  );
}
