import { type ReactNode, useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords, WithWords } from "../words/words.tsx";
import { ConfirmAddress } from "./ConfirmAddress.tsx";
import { Heading } from "./Heading.tsx";
import { type LetterLink, takeLetterLink } from "./letter-link.ts";
import { RequestLetter } from "./RequestLetter.tsx";
import { SignedIn } from "./SignedIn.tsx";

type Step = "ready" | "dead" | "done";

/** The page `/verify`, where a letter's link lands. Nothing happens before a person presses the button. */
export function VerifyForm() {
  return (
    <WithWords>
      <Verify />
    </WithWords>
  );
}

function Verify() {
  const { status, typedEmail } = useAuth();
  const { verify: words } = useWords().screens;
  // Undefined until the address has been read: the static page cannot know it.
  const [link, setLink] = useState<LetterLink | null | undefined>(undefined);
  const [step, setStep] = useState<Step>("ready");

  useEffect(() => {
    const read = () => {
      const taken = takeLetterLink();
      if (taken === null) return setLink((earlier) => earlier ?? null);
      if (taken.email !== "") typedEmail.current = taken.email;
      setStep("ready");
      setLink(taken);
    };
    read();
    // A second letter's link opened in the same tab changes the fragment only.
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [typedEmail]);

  if (step === "done" && status === "user") return <SignedIn title={words.doneTitle} />;
  if (link === undefined) {
    return (
      <Screen title={words.title}>
        <p className="bp-lead">{words.leadNoAddress}</p>
      </Screen>
    );
  }
  if (link === null || step === "dead") {
    return (
      <Screen title={link === null ? words.missingTitle : words.deadTitle}>
        <p className="bp-lead">{link === null ? words.missing : words.dead}</p>
        <RequestLetter />
      </Screen>
    );
  }
  return (
    <ConfirmAddress
      key={link.token}
      link={link}
      onConfirmed={() => setStep("done")}
      onDead={() => setStep("dead")}
    />
  );
}

function Screen({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="bp-form">
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
