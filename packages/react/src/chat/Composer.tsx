import { type FormEvent, type KeyboardEvent, lazy, type RefObject, useId } from "react";
import { Lazily } from "../Lazily.tsx";
import { QUESTION_LENGTH } from "./ask.ts";
import { isComing } from "./chat-reducer.ts";
import { SendIcon, StopIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";
import { QuotedPassage } from "./QuotedPassage.tsx";

// Somebody who has asked nothing has used nothing.
const Quota = lazy(() => import("./tools/Quota.tsx"));

/** Characters left from which the reader is told how many. */
const COUNT_FROM = 500;

export interface ComposerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** Where a question is written. It empties only when the server has stored the question. */
export function Composer({ field }: ComposerProps) {
  const { chat, state, host, words } = usePanel();
  const id = useId();
  const { draft, answer } = state;
  const sending = answer === "sending";
  const left = QUESTION_LENGTH - draft.text.trim().length;

  function send() {
    if (draft.text.trim() === "" || left < 0) field.current?.focus();
    else chat.ask(draft, { fromDraft: true });
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    send();
  }
  function onKeyDown(event: KeyboardEvent) {
    const composing = event.nativeEvent.isComposing;
    if (event.key !== "Enter" || event.shiftKey || composing || isTouch()) return;
    event.preventDefault();
    send();
  }

  return (
    <form className="bp-chat-composer" onSubmit={onSubmit} aria-busy={sending}>
      <QuotedPassage />
      <label className="bp-chat-label" htmlFor={`${id}question`}>
        {words.question}
      </label>
      <div className="bp-chat-field">
        <textarea
          id={`${id}question`}
          ref={field}
          rows={1}
          dir="auto"
          enterKeyHint="send"
          placeholder={words.questionPlaceholder}
          value={draft.text}
          readOnly={sending}
          aria-describedby={`${id}hint`}
          aria-invalid={left < 0}
          onChange={(event) => chat.setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isComing(state) ? (
          <StopButton />
        ) : (
          <button className="bp-chat-send" type="submit" aria-label={sending ? words.sending : words.send}>
            <SendIcon />
          </button>
        )}
      </div>
      <p className="bp-chat-hint" id={`${id}hint`} data-over={left < 0}>
        {left > COUNT_FROM && <span className="bp-chat-keys">{words.sendHint}</span>}
        {left <= COUNT_FROM && left >= 0 && words.charactersLeft({ count: left })}
        {left < 0 && words.charactersOver({ count: -left })}
      </p>
      {host.reader !== null && host.reader.id !== null && (
        <Lazily>
          <Quota />
        </Lazily>
      )}
    </form>
  );
}

/** Ends the answer that is being written; it stands where the question was sent, for the same hand. */
function StopButton() {
  const { chat, state, words } = usePanel();
  const stopping = state.answer === "stopping";
  return (
    <button
      className="bp-chat-send"
      type="button"
      aria-label={stopping ? words.stopping : words.stop}
      title={words.stop}
      aria-busy={stopping}
      onClick={() => stopping || chat.stop()}
    >
      <StopIcon />
    </button>
  );
}

// A touch keyboard has no Shift + Enter: there Enter starts a line and the button sends.
const isTouch = () => window.matchMedia("(pointer: coarse)").matches;
