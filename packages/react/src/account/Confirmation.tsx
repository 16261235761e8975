import { useEffect, useId, useRef, useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";
import { useAccountWords } from "./account-words.tsx";

interface ConfirmationProps {
  readonly question: string;
  /** The button that does it. */
  readonly label: string;
  /** Does it; whoever shows this takes it away then. */
  readonly act: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Asks, in the place of what it is about, before something is ended for good. */
export function Confirmation({ question, label, act, onCancel }: ConfirmationProps) {
  const { account: words } = useAccountWords();
  const failureText = useFailureText();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  useEffect(() => cancel.current?.focus(), []);

  async function run() {
    if (busy) return;
    setBusy(true);
    setFailure("");
    try {
      await act();
    } catch (error) {
      setFailure(failureText(error));
    }
    setBusy(false);
  }

  return (
    <fieldset
      className="bp-confirmation"
      aria-labelledby={id}
      aria-busy={busy}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <p id={id}>{question}</p>
      <div className="bp-form-box" role="alert">
        {failure !== "" && (
          <div className="bp-form-error">
            <p>{failure}</p>
          </div>
        )}
      </div>
      <div className="bp-actions">
        <button
          type="button"
          className="bp-button bp-button-danger"
          aria-busy={busy}
          onClick={() => void run()}
        >
          {busy ? words.working : label}
        </button>
        <button type="button" className="bp-button bp-button-quiet" ref={cancel} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
