import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { toFailure } from "./failure.ts";

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
  const { resendVerification, settings } = useAuth();
  const { problems } = useWords();
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
      const { language, passwordMinimum } = settings;
      setOutcome(toFailure(error, { problems, language, passwordMinimum, fields: [] }).message);
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
