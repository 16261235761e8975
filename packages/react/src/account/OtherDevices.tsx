import { useId } from "react";
import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { useAct } from "./use-act.ts";

/** One button for everything but this device. What it ends stands above it, so it asks no more questions. */
export function OtherDevices({ onEnd }: { readonly onEnd: () => Promise<void> }) {
  const { account } = useAccountWords();
  const { devices: words } = account;
  const id = useId();
  const { busy, failure, run } = useAct(onEnd);

  return (
    <section className="bp-aside" aria-labelledby={id}>
      <h3 id={id}>{words.others}</h3>
      <p className="bp-quiet">{words.othersLead}</p>
      <FailureBox text={failure} />
      <button type="button" className="bp-button bp-button-danger" aria-busy={busy} onClick={run}>
        {busy ? account.working : words.endOthers}
      </button>
    </section>
  );
}
