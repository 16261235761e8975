import type { SecondFactorRequired } from "@bookplate/client";
import { useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useMagicLinkWords, WithMagicLinkWords } from "../words/magic-link-words.tsx";
import { WithProofsWords } from "../words/proofs-words.tsx";
import { CodeField } from "./CodeField.tsx";
import { EmailField } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import { LocalMailbox } from "./LocalMailbox.tsx";
import { useIds } from "./place.ts";
import { SendAgain } from "./SendAgain.tsx";
import { useCode } from "./use-code.ts";
import { useForm } from "./use-form.ts";

export interface MagicLinkRequestProps {
  readonly onBack: () => void;
  /** The letter was right, and the account has a second factor. */
  readonly onChallenge: (challenge: SecondFactorRequired) => Promise<void>;
}

/** Signing in by letter, in the place of the form for a password. */
export default function MagicLinkRequest(props: MagicLinkRequestProps) {
  return (
    <WithMagicLinkWords>
      <WithProofsWords>
        <Request {...props} />
      </WithProofsWords>
    </WithMagicLinkWords>
  );
}

function Request({ onBack, onChallenge }: MagicLinkRequestProps) {
  // What the code of the letter is bound to.
  const [requestId, setRequestId] = useState<string | null>(null);
  const screen = useRef<HTMLDivElement>(null);
  // Each screen has replaced what had the focus; its title is what the reader needs to hear.
  useEffect(() => {
    const field = requestId === null ? "input" : "[data-heading]";
    screen.current?.querySelector<HTMLElement>(field)?.focus();
  }, [requestId]);
  return (
    <div ref={screen}>
      {requestId === null ? (
        <Ask onAsked={setRequestId} onBack={onBack} />
      ) : (
        <Inbox
          requestId={requestId}
          onAsked={setRequestId}
          onBack={() => setRequestId(null)}
          onChallenge={onChallenge}
        />
      )}
    </div>
  );
}

interface AskProps {
  readonly onAsked: (requestId: string) => void;
  readonly onBack: () => void;
}

function Ask({ onAsked, onBack }: AskProps) {
  const { client, settings } = useAuth();
  const { ask: words } = useMagicLinkWords();
  const ids = useIds("magic-link");
  const { busy, failure, formProps } = useForm({
    rules: { email: emailRule },
    async send(value) {
      const email = value("email").trim();
      const { requestId } = await client.auth.askForMagicLink({ email, language: settings.language });
      onAsked(requestId);
    },
  });
  return (
    <form
      id={ids()}
      name="magic-link"
      className="bp-form"
      method="post"
      action={settings.pages.login}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">{words.lead}</p>
      <FormBox failure={failure} />
      <EmailField id={ids("email")} autoComplete="username" error={failure?.fields.email} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <button type="button" className="bp-link" onClick={onBack}>
        {words.back}
      </button>
      <FormHelp />
    </form>
  );
}

interface InboxProps extends AskProps {
  readonly requestId: string;
  readonly onChallenge: (challenge: SecondFactorRequired) => Promise<void>;
}

/** Waits for the letter, and takes its code from a reader who opened it elsewhere. */
function Inbox({ requestId, onAsked, onBack, onChallenge }: InboxProps) {
  const { client, settings, typedEmail, loginWithMagicLink } = useAuth();
  const { inbox: words } = useMagicLinkWords();
  const ids = useIds("magic-link-code");
  const code = useCode("mail-code");
  const email = typedEmail.current.trim();
  const { busy, failure, formProps } = useForm({
    rules: code.rules,
    async send(value) {
      const outcome = await loginWithMagicLink({ requestId, code: code.read(value) });
      if (outcome.status === "second-factor-required") await onChallenge(outcome);
    },
    word: code.word,
  });
  return (
    <form
      id={ids()}
      name="magic-link-code"
      className="bp-form"
      method="post"
      action={settings.pages.login}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">
        {words.sent} <bdi dir="ltr">{email}</bdi>
        {words.sentEnd} {words.open}
      </p>
      <FormBox failure={failure} />
      <CodeField id={ids("code")} code={code} failure={failure} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <LocalMailbox />
      <div className="bp-inbox-ways">
        <p className="bp-quiet">{words.nothing}</p>
        <SendAgain
          send={async () => {
            const again = await client.auth.askForMagicLink({ email, language: settings.language });
            onAsked(again.requestId);
          }}
          label={words.resend}
          busyLabel={words.resending}
          sent={words.resent}
        />
        <button type="button" className="bp-link" onClick={onBack}>
          {words.otherAddress}
        </button>
      </div>
      <FormHelp />
    </form>
  );
}
