import { useEffect, useRef, useState } from "react";
import { useAuth } from "../../auth-context.ts";
import { FailureBox } from "../../forms/FormBox.tsx";
import { useAccountWords } from "../account-words.tsx";
import { useAct } from "../use-act.ts";
import type { ProofProps } from "./proofs.ts";

/** The browser asks for nothing before the reader says so: its dialog would come out of nowhere. */
export function PasskeyProof({ onProven }: ProofProps) {
  const { client } = useAuth();
  const { proof: words } = useAccountWords().passkeys;
  const [givenUp, setGivenUp] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { busy, failure, run } = useAct(async () => {
    setGivenUp(false);
    if (await client.passkeys.stepUp()) onProven();
    else setGivenUp(true);
  });
  useEffect(() => button.current?.focus(), []);

  return (
    <div className="bp-subform">
      <p>{words.lead}</p>
      <FailureBox text={givenUp ? words.givenUp : failure} />
      <button type="button" className="bp-button" aria-busy={busy} ref={button} onClick={run}>
        {busy ? words.busy : words.submit}
      </button>
    </div>
  );
}
