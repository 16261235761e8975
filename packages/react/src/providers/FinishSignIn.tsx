import type { SecondFactorRequired } from "@bookplate/client";
import { problemText } from "@bookplate/messages/problems";
import { useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useProviderWords, WithProviderWords } from "../words/provider-words.tsx";
import { useFailureText } from "../words/use-failure-text.ts";
import { useWords } from "../words/words.tsx";
import { writeLastWay } from "./last-way.ts";
import type { ProviderReturn } from "./provider-return.ts";
import { takeReadingPlace } from "./reading-place.ts";

interface FinishSignInProps {
  readonly returned: ProviderReturn;
  readonly onChallenge: (challenge: SecondFactorRequired) => Promise<void>;
}

/** Exchanges what a provider sent back for a session, or says why there is none. */
export default function FinishSignIn(props: FinishSignInProps) {
  return (
    <WithProviderWords>
      <Finish {...props} />
    </WithProviderWords>
  );
}

function Finish({ returned, onChallenge }: FinishSignInProps) {
  const { client, settings, finishProvider } = useAuth();
  const { problems } = useWords();
  const words = useProviderWords();
  const failureText = useFailureText();
  const { code, provider, problem } = returned;
  const [failure, setFailure] = useState(code === null ? problemText(problems, problem ?? "", {}) : "");

  async function finish(usable: string) {
    const outcome = await finishProvider(usable);
    writeLastWay(client.storageKey, provider);
    const place = takeReadingPlace(client.storageKey);
    if (outcome.status === "second-factor-required") await onChallenge(outcome);
    else if (place !== null) settings.navigate(place);
  }

  // A code counts once, however often this renders.
  const begun = useRef(false);
  useEffect(() => {
    if (code === null || begun.current) return;
    begun.current = true;
    finish(code).catch((error: unknown) => setFailure(failureText(error)));
  });
  return (
    <>
      <FailureBox text={failure} />
      {failure === "" && (
        <p className="bp-quiet" role="status">
          {words.finishing}
        </p>
      )}
    </>
  );
}
