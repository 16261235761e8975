import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Conversation } from "./chat-client.ts";
import { usePanel } from "./panel-context.ts";

export interface RemoveConfirmationProps {
  readonly conversation: Conversation;
  readonly onKept: () => void;
  readonly onRemoved: () => void;
}

/** Asks, in the conversation's own place, before it is deleted for good. */
export function RemoveConfirmation({ conversation, onKept, onRemoved }: RemoveConfirmationProps) {
  const { chat, words } = usePanel();
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const [removing, setRemoving] = useState(false);

  useEffect(() => keep.current?.focus(), []);

  async function remove() {
    if (removing) return;
    setRemoving(true);
    const removed = await chat.conversations.remove(conversation.id);
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
        <span>{words.confirmRemove}</span>
      </p>
      <div className="bp-chat-actions">
        <button
          className="bp-chat-button"
          data-kind="danger"
          type="button"
          onClick={remove}
          onKeyDown={keepOnEscape}
        >
          {words.confirmRemoveYes}
        </button>
        <button className="bp-chat-button" type="button" ref={keep} onClick={onKept} onKeyDown={keepOnEscape}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
