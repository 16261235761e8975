import type { SecondFactorRequired } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useMagicLinkWords, WithMagicLinkWords } from "../words/magic-link-words.tsx";
import { WithWords } from "../words/words.tsx";
import { LetterButton } from "./LetterButton.tsx";
import { PageLink } from "./PageLink.tsx";
import { loadSecondFactor, SecondFactor } from "./SecondFactor.tsx";
import { SignedIn } from "./SignedIn.tsx";

/** The page `/magic-link`, where a letter that signs in leads. Nothing happens before a person presses the button. */
export function MagicLinkForm() {
  return (
    <WithWords>
      <WithMagicLinkWords>
        <MagicLink />
      </WithMagicLinkWords>
    </WithWords>
  );
}

function MagicLink() {
  const { loginWithMagicLink, status } = useAuth();
  const { link: words } = useMagicLinkWords();
  const [challenge, setChallenge] = useState<SecondFactorRequired | null>(null);

  if (challenge !== null) {
    if (status === "user") return <SignedIn title={words.doneTitle} />;
    return <SecondFactor {...challenge} onRestart={() => setChallenge(null)} />;
  }
  return (
    <LetterButton
      name="magic-link"
      words={words}
      act={async (token) => {
        const outcome = await loginWithMagicLink({ token });
        if (outcome.status !== "second-factor-required") return;
        await loadSecondFactor();
        setChallenge(outcome);
      }}
      lead={(link) => (
        <>
          <p className="bp-lead">{link?.email ? words.lead : words.leadNoAddress}</p>
          {link?.email && (
            <p className="bp-address">
              <bdi dir="ltr">{link.email}</bdi>
            </p>
          )}
          <p className="bp-quiet">{words.notYou}</p>
        </>
      )}
      wayOn={(outcome) => (
        <PageLink to={outcome === "done" ? "home" : "login"} className="bp-button">
          {outcome === "done" ? words.toBook : words.signIn}
        </PageLink>
      )}
    />
  );
}
