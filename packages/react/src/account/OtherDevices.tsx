import { useId, useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";
import { useAccountWords } from "./account-words.tsx";

/** One button for everything but this device. What it ends stands above it, so it asks no more questions. */
export function OtherDevices({ onEnd }: { readonly onEnd: () => Promise<void> }) {
  const { account } = useAccountWords();
  const { devices: words } = account;
  const failureText = useFailureText();
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");

  async function end() {
    if (busy) return;
    setBusy(true);
    setFailure("");
    try {
      await onEnd();
    } catch (error) {
      setFailure(failureText(error));
      setBusy(false);
    }
  }

  return (
    <section className="bp-aside" aria-labelledby={id}>
      <h3 id={id}>{words.others}</h3>
      <p className="bp-quiet">{words.othersLead}</p>
      <div className="bp-form-box" role="alert">
        {failure !== "" && (
          <div className="bp-form-error">
            <p>{failure}</p>
          </div>
        )}
      </div>
      <button
        type="button"
        className="bp-button bp-button-danger"
        aria-busy={busy}
        onClick={() => void end()}
      >
        {busy ? account.working : words.endOthers}
      </button>
    </section>
  );
}
