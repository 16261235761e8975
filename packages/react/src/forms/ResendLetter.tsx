import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useFailureText } from "../words/use-failure-text.ts";

interface ResendLetterProps {
  readonly email: string;
  readonly label: string;
  readonly busyLabel: string;
  /** What is said once the server has taken the request; the same for every address. */
  readonly sent: string;
  readonly onSent?: () => void;
}

/** Asks for another letter, and says when there may be the next one. */
export function ResendLetter({ email, label, busyLabel, sent, onSent }: ResendLetterProps) {
  const { resendVerification } = useAuth();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState("");

  async function resend() {
    if (busy) return;
    setBusy(true);
    setOutcome("");
    try {
      await resendVerification(email);
      setOutcome(sent);
      onSent?.();
    } catch (error) {
      setOutcome(failureText(error));
    }
    setBusy(false);
  }

  return (
    <>
      <button type="button" className="bp-link" aria-busy={busy} onClick={() => void resend()}>
        {busy ? busyLabel : label}
      </button>
      <span role="status" className="bp-outcome">
        {outcome}
      </span>
    </>
  );
}
