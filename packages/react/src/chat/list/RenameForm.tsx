import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import type { Conversation } from "../chat-client.ts";
import { usePanel } from "../panel-context.ts";
import { rename } from "./conversation-acts.ts";

/** Characters that a title may have. */
const TITLE_LENGTH = 120;

export interface RenameFormProps {
  readonly conversation: Conversation;
  readonly onDone: () => void;
}

/** Renames a conversation in its place. The typed title stays when the server refuses it. */
export function RenameForm({ conversation, onDone }: RenameFormProps) {
  const { chat } = usePanel();
  const { list: words } = useChatToolsWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(conversation.title ?? "");
  const [saving, setSaving] = useState(false);

  useEffect(() => field.current?.select(), []);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    const wanted = title.trim();
    if (saving) return;
    if (wanted === "") {
      field.current?.focus();
      return;
    }
    setSaving(true);
    const renamed = wanted === conversation.title || (await rename(chat.desk, conversation.id, wanted));
    setSaving(false);
    if (renamed) onDone();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onDone();
  }

  return (
    <form className="bp-chat-rename" aria-busy={saving} onSubmit={onSubmit}>
      <label className="bp-chat-label" htmlFor={id}>
        {words.renameLabel}
      </label>
      <input
        id={id}
        ref={field}
        type="text"
        dir="auto"
        maxLength={TITLE_LENGTH}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="bp-chat-actions">
        <button className="bp-chat-button" data-kind="primary" type="submit">
          {words.save}
        </button>
        <button className="bp-chat-button" type="button" onClick={onDone}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
