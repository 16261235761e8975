import { lazy, useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { BookLink } from "../BookLink.tsx";
import { holdClaimKey } from "../forms/invitation.ts";
import { LetterScreen } from "../forms/LetterScreen.tsx";
import { PageLink } from "../forms/PageLink.tsx";
import { Lazily } from "../Lazily.tsx";
import { useWays } from "../providers/use-ways.ts";
import {
  useFirstAdministratorWords,
  WithFirstAdministratorWords,
} from "../words/first-administrator-words.tsx";
import { WithWords } from "../words/words.tsx";
import type { Outcome } from "./ClaimButton.tsx";
import { useClaimKey } from "./use-claim-key.ts";

const ClaimButton = lazy(() => import("./ClaimButton.tsx"));

/**
 * The page `/console/claim`, where the link of `bookplate admin link` leads: whoever opens it signs in or registers, and
 * becomes the administrator by pressing a button. Opening the page does nothing.
 */
export function ClaimServer() {
  return (
    <WithWords>
      <WithFirstAdministratorWords>
        <Claim />
      </WithFirstAdministratorWords>
    </WithWords>
  );
}

function Claim() {
  const { status, account } = useAuth();
  const words = useFirstAdministratorWords();
  const key = useClaimKey();
  const [outcome, setOutcome] = useState<{ readonly of: string; readonly is: Outcome } | null>(null);
  // What is pressed at the invitation is gone once somebody is signed in.
  const invited = useRef(false);
  useEffect(() => {
    if (status === "guest") invited.current = true;
  }, [status]);

  if (key === undefined || status === "unknown") {
    return (
      <LetterScreen title={words.title}>
        <p className="bp-lead">{words.lead}</p>
      </LetterScreen>
    );
  }
  const ended = outcome?.of === key ? outcome.is : null;
  if (ended === "dead") return <Dead title={words.deadTitle} text={words.dead} takesFocus />;
  if (ended !== null || account?.role === "admin") return <Administrator outcome={ended} />;
  if (key === null) return <Dead title={words.missingTitle} text={words.missing} />;
  if (status !== "user") return <Invitation claimKey={key} />;
  return (
    <Lazily>
      <ClaimButton
        key={key}
        claimKey={key}
        takesFocus={invited.current}
        onOutcome={(is) => setOutcome({ of: key, is })}
      />
    </Lazily>
  );
}

function Invitation({ claimKey }: { readonly claimKey: string }) {
  const { client, openLogin, openRegister } = useAuth();
  const ways = useWays();
  const words = useFirstAdministratorWords();
  function register() {
    // In an open book it would be one more thing that could have run out.
    if (ways?.signUp !== "open") holdClaimKey(client, claimKey);
    void openRegister();
  }
  return (
    <LetterScreen title={words.title}>
      <p className="bp-lead">{words.lead}</p>
      <p>{words.signedOut}</p>
      <div className="bp-actions">
        <button type="button" className="bp-button" onClick={register}>
          {words.register}
        </button>
        <button type="button" className="bp-button bp-button-quiet" onClick={() => void openLogin()}>
          {words.signIn}
        </button>
      </div>
    </LetterScreen>
  );
}

/** @param props.outcome - of the claim that was made on this page, if one was */
function Administrator({ outcome }: { readonly outcome: Outcome | null }) {
  const { settings } = useAuth();
  const words = useFirstAdministratorWords();
  const { account = settings.pages.home } = settings.pages;
  const security = `${account}#security`;
  return (
    <LetterScreen title={words.doneTitle} takesFocus={outcome !== null}>
      <p className="bp-lead">
        {outcome === "second-factor-missing" ? words.secondFactorMissing : words.done}
      </p>
      <p>{words.next}</p>
      <ul className="bp-consequences">
        <li>
          <BookLink href={security}>{words.secure}</BookLink>
        </li>
        <li>
          {words.check}
          <br />
          <Command line="npx bookplate doctor" />
        </li>
      </ul>
      <div className="bp-actions">
        <PageLink to="home" className="bp-button">
          {words.toBook}
        </PageLink>
      </div>
    </LetterScreen>
  );
}

interface DeadProps {
  readonly title: string;
  readonly text: string;
  readonly takesFocus?: boolean;
}

/** Where there is no link that works, and which command prints one. */
function Dead({ title, text, takesFocus = false }: DeadProps) {
  const { toBook } = useFirstAdministratorWords();
  return (
    <LetterScreen title={title} takesFocus={takesFocus}>
      <p className="bp-lead">{text}</p>
      <p>
        <Command line="npx bookplate admin link" />
      </p>
      <div className="bp-actions">
        <PageLink to="home" className="bp-button">
          {toBook}
        </PageLink>
      </div>
    </LetterScreen>
  );
}

const Command = ({ line }: { readonly line: string }) => <code dir="ltr">{line}</code>;
