import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import type { Conversation } from "../chat-client.ts";
import { usePanel } from "../panel-context.ts";
import { remove } from "./conversation-acts.ts";

export interface RemoveConfirmationProps {
  readonly conversation: Conversation;
  readonly onKept: () => void;
  readonly onRemoved: () => void;
}

/** Asks, in the conversation's own place, before it is deleted for good. */
export function RemoveConfirmation({ conversation, onKept, onRemoved }: RemoveConfirmationProps) {
  const { chat } = usePanel();
  const { list: words } = useChatToolsWords();
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const [removing, setRemoving] = useState(false);

  useEffect(() => keep.current?.focus(), []);

  async function confirm() {
    if (removing) return;
    setRemoving(true);
    const removed = await remove(chat.desk, conversation.id);
    setRemoving(false);
    if (removed) onRemoved();
    else onKept();
  }

  function keepOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // The panel behind it stays as it is.
    event.stopPropagation();
    onKept();
  }

  return (
    <fieldset className="bp-chat-confirm" aria-labelledby={id} aria-busy={removing}>
      <p id={id}>
        <strong>
          <bdi>{conversation.title ?? words.untitled}</bdi>
        </strong>
        <span>{words.removeQuestion}</span>
      </p>
      <div className="bp-chat-actions">
        <button
          className="bp-chat-button"
          data-kind="danger"
          type="button"
          onClick={confirm}
          onKeyDown={keepOnEscape}
        >
          {words.remove}
        </button>
        <button className="bp-chat-button" type="button" ref={keep} onClick={onKept} onKeyDown={keepOnEscape}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
