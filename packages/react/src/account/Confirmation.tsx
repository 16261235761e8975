import { useEffect, useId, useRef } from "react";
import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { useAct } from "./use-act.ts";

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
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const { busy, failure, run } = useAct(act);
  useEffect(() => cancel.current?.focus(), []);

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
      <FailureBox text={failure} />
      <div className="bp-actions">
        <button type="button" className="bp-button bp-button-danger" aria-busy={busy} onClick={run}>
          {busy ? words.working : label}
        </button>
        <button type="button" className="bp-button bp-button-quiet" ref={cancel} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
