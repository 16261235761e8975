import type { SecondFactorRequired, SignedIn } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords, WithWords } from "../words/words.tsx";
import { ConfirmAddress } from "./ConfirmAddress.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import { RequestLetter } from "./RequestLetter.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import { SignedIn as AlreadySignedIn } from "./SignedIn.tsx";
import { useLetterLink } from "./use-letter-link.ts";

/** The page `/verify`, where a letter's link lands. Nothing happens before a person presses the button. */
export function VerifyForm() {
  return (
    <WithWords>
      <Verify />
    </WithWords>
  );
}

function Verify() {
  const { status } = useAuth();
  const { verify: words } = useWords().screens;
  const link = useLetterLink();
  const [dead, setDead] = useState<typeof link>(undefined);
  const [done, setDone] = useState<SignedIn | SecondFactorRequired | null>(null);

  if (done?.status === "second-factor-required" && status !== "user") {
    return <SecondFactor {...done} onRestart={() => setDone(null)} />;
  }
  if (done !== null && status === "user") return <AlreadySignedIn title={words.doneTitle} />;
  if (link === undefined) {
    return (
      <LetterScreen title={words.title}>
        <p className="bp-lead">{words.leadNoAddress}</p>
      </LetterScreen>
    );
  }
  if (link === null || link === dead) {
    return (
      <LetterScreen title={link === null ? words.missingTitle : words.deadTitle} takesFocus={link !== null}>
        <p className="bp-lead">{link === null ? words.missing : words.dead}</p>
        <RequestLetter />
      </LetterScreen>
    );
  }
  return <ConfirmAddress key={link.token} link={link} onConfirmed={setDone} onDead={() => setDead(link)} />;
}
