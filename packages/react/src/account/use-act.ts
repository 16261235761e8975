import { useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";

/** One act of a button: run once at a time, and why it failed, in words, until it is tried again. */
export function useAct(act: () => Promise<void>) {
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");

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

  return { busy, failure, run: () => void run() };
}
