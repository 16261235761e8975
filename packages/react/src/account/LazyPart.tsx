import { NetworkError } from "@bookplate/client";
import { type ReactNode, useState } from "react";
import { FailureBox } from "../forms/FormBox.tsx";
import { Lazily } from "../Lazily.tsx";
import { useFailureText } from "../words/use-failure-text.ts";
import { useAccountWords } from "./account-words.tsx";

/** A part of the page that is fetched when it is opened, and says so where that takes a moment or fails. */
export function LazyPart({ children }: { readonly children: ReactNode }) {
  const { account: words } = useAccountWords();
  const failureText = useFailureText();
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <FailureBox text={failureText(new NetworkError())}>
        <button type="button" className="bp-link" onClick={() => location.reload()}>
          {words.tryAgain}
        </button>
      </FailureBox>
    );
  }
  const waiting = (
    <p className="bp-quiet bp-waiting" role="status">
      {words.reading}
    </p>
  );
  return (
    <Lazily fallback={waiting} onFailure={() => setFailed(true)}>
      {children}
    </Lazily>
  );
}
