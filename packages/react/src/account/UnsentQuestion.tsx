import { useEffect, useId, useRef } from "react";
import { useChatToolsWords, WithChatToolsWords } from "../words/chat-tools-words.tsx";

export interface UnsentQuestionProps {
  readonly onSignOut: () => void;
  readonly onStay: () => void;
}

/** Asks before a question that is typed and not sent goes with its reader. */
export default function UnsentQuestion(props: UnsentQuestionProps) {
  return (
    <WithChatToolsWords>
      <Question {...props} />
    </WithChatToolsWords>
  );
}

function Question({ onSignOut, onStay }: UnsentQuestionProps) {
  const { unsent: words } = useChatToolsWords();
  const id = useId();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);

  return (
    <fieldset
      className="bp-confirmation"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // The menu around it stays as it is.
        event.stopPropagation();
        onStay();
      }}
    >
      <p id={id}>{words.question}</p>
      <div className="bp-actions">
        <button type="button" className="bp-button bp-button-danger" onClick={onSignOut}>
          {words.signOut}
        </button>
        <button type="button" className="bp-button bp-button-quiet" ref={stay} onClick={onStay}>
          {words.stay}
        </button>
      </div>
    </fieldset>
  );
}
