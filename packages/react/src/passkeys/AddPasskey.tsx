import type { Passkey } from "@bookplate/client";
import { useAccountWords } from "../account/account-words.tsx";
import { useStepUp } from "../account/step-up/index.ts";
import { useAct } from "../account/use-act.ts";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";

interface AddPasskeyProps {
  readonly onAdded: (passkey: Passkey) => void;
  /** What is to be said instead, or nothing yet. */
  readonly onOutcome: (outcome: string) => void;
}

export function AddPasskey({ onAdded, onOutcome }: AddPasskeyProps) {
  const { client } = useAuth();
  const { passkeys: words } = useAccountWords();
  const { perform } = useStepUp();
  const { busy, failure, run } = useAct(async () => {
    onOutcome("");
    const added = await perform(() => client.passkeys.add());
    if (added === "present") onOutcome(words.present);
    else if (added !== null) onAdded(added);
  });
  return (
    <>
      <FailureBox text={failure} />
      <button type="button" className="bp-button bp-button-quiet" aria-busy={busy} onClick={run}>
        {busy ? words.adding : words.add}
      </button>
    </>
  );
}
