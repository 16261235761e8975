import { useEffect, useRef, useState } from "react";
import { useAuth } from "../../auth-context.ts";
import { FailureBox } from "../../forms/FormBox.tsx";
import { LocalMailbox } from "../../forms/LocalMailbox.tsx";
import { useProofsWords } from "../../words/proofs-words.tsx";
import { useAct } from "../use-act.ts";
import { CodeProof } from "./CodeProof.tsx";
import type { ProofProps } from "./proofs.ts";

/** A code by mail, for accounts that have neither a password nor an app. Nothing is sent before the reader says so. */
export function MailCodeProof({ onProven }: ProofProps) {
  const { client, account } = useAuth();
  const { stepUp: words } = useProofsWords();
  const [letters, setLetters] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const { busy, failure, run } = useAct(async () => {
    await client.auth.mailStepUpCode();
    setLetters((sent) => sent + 1);
  });
  useEffect(() => button.current?.focus(), []);

  return (
    <div className="bp-subform">
      <p>
        {words.mailLead} <bdi dir="ltr">{account?.email}</bdi>
      </p>
      <FailureBox text={failure} />
      {letters > 0 && <CodeProof key={letters} kind="mail-code" onProven={onProven} />}
      <p role="status" className="bp-outcome">
        {letters > 0 && words.sent}
      </p>
      {letters > 0 && <LocalMailbox />}
      <button
        type="button"
        className={letters === 0 ? "bp-button" : "bp-link"}
        aria-busy={busy}
        ref={button}
        onClick={run}
      >
        {busy ? words.sending : letters === 0 ? words.send : words.sendAgain}
      </button>
    </div>
  );
}
