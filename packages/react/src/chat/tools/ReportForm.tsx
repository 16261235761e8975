import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import type { NewReport } from "../chat-client.ts";
import { CommentForm } from "./CommentForm.tsx";

const reasons = ["wrong", "harmful", "offensive", "privacy", "other"] as const;

export interface ReportFormProps {
  readonly onSend: (report: NewReport) => Promise<void>;
  readonly onCancel: () => void;
}

/** Why moderators should see an answer: the reason sends the report, unless it needs words of its own. */
export function ReportForm({ onSend, onCancel }: ReportFormProps) {
  const { report: words } = useChatToolsWords();
  const id = useId();
  const form = useRef<HTMLFieldSetElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const [inOwnWords, setInOwnWords] = useState(false);
  const [sending, setSending] = useState(false);

  useEffect(() => {
    first.current?.focus();
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  async function choose(reason: (typeof reasons)[number]) {
    if (reason === "other") return setInOwnWords(true);
    if (sending) return;
    setSending(true);
    await onSend({ reason });
    setSending(false);
  }
  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // The panel behind it stays as it is.
    event.stopPropagation();
    onCancel();
  }

  if (inOwnWords) {
    const send = (comment: string) => onSend({ reason: "other", comment });
    return <CommentForm label={words.comment} send={words.send} onSend={send} onCancel={onCancel} />;
  }
  return (
    <fieldset
      className="bp-chat-form"
      ref={form}
      aria-labelledby={`${id}question`}
      aria-describedby={`${id}seen`}
      aria-busy={sending}
    >
      <strong id={`${id}question`}>{words.question}</strong>
      <p id={`${id}seen`} className="bp-chat-hint">
        {words.seen}
      </p>
      <div className="bp-chat-actions">
        {reasons.map((reason, index) => (
          <button
            key={reason}
            className="bp-chat-button"
            type="button"
            ref={index === 0 ? first : undefined}
            onClick={() => choose(reason)}
            onKeyDown={cancelOnEscape}
          >
            {words.reasons[reason]}
          </button>
        ))}
        <button className="bp-chat-button" type="button" onClick={onCancel} onKeyDown={cancelOnEscape}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
