import { useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";

interface SendAgainProps {
  readonly send: () => Promise<void>;
  readonly label: string;
  readonly busyLabel: string;
  /** What is said once the server has taken the request; the same for every address. */
  readonly sent: string;
}

/** Asks for another letter, and says when there may be the next one. */
export function SendAgain({ send, label, busyLabel, sent }: SendAgainProps) {
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState("");

  async function sendAgain() {
    if (busy) return;
    setBusy(true);
    setOutcome("");
    try {
      await send();
      setOutcome(sent);
    } catch (error) {
      setOutcome(failureText(error));
    }
    setBusy(false);
  }

  return (
    <>
      <button type="button" className="bp-link" aria-busy={busy} onClick={() => void sendAgain()}>
        {busy ? busyLabel : label}
      </button>
      <span role="status" className="bp-outcome">
        {outcome}
      </span>
    </>
  );
}
