import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";

/** Characters that a comment may have. */
const COMMENT_LENGTH = 1_000;

export interface CommentFormProps {
  readonly label: string;
  readonly send: string;
  readonly onSend: (text: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** A few words about an answer. What is typed stays when the server refuses it. */
export function CommentForm({ label, send, onSend, onCancel }: CommentFormProps) {
  const { report: words } = useChatToolsWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState("");
  const [sending, setSending] = useState(false);

  useEffect(() => {
    field.current?.focus();
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    if (text.trim() === "") {
      field.current?.focus();
      return;
    }
    setSending(true);
    await onSend(text.trim());
    setSending(false);
  }
  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // The panel behind it stays as it is.
    event.stopPropagation();
    onCancel();
  }

  return (
    <form className="bp-chat-form" aria-busy={sending} onSubmit={onSubmit} onKeyDown={cancelOnEscape}>
      <label className="bp-chat-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        dir="auto"
        maxLength={COMMENT_LENGTH}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="bp-chat-actions">
        <button className="bp-chat-button" data-kind="primary" type="submit">
          {send}
        </button>
        <button className="bp-chat-button" type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
