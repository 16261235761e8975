import type { SecondFactorRequired } from "@bookplate/client";
import { useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { Field } from "./Field.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { codeRule, readCode } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import { LocalMailbox } from "./LocalMailbox.tsx";
import { useIds } from "./place.ts";
import { ResendLetter } from "./ResendLetter.tsx";
import { loadSecondFactor, SecondFactor } from "./SecondFactor.tsx";
import { useForm } from "./use-form.ts";

interface CheckInboxProps {
  readonly email: string;
  /** The reader wants to use another address. */
  readonly onBack: () => void;
}

/** After registering: waits for the letter, and takes its code from a reader who opened it elsewhere. */
export function CheckInbox({ email, onBack }: CheckInboxProps) {
  const { verifyEmail, settings } = useAuth();
  const { inbox: words } = useWords().screens;
  const ids = useIds("inbox");
  const screen = useRef<HTMLFormElement>(null);
  const [challenge, setChallenge] = useState<SecondFactorRequired | null>(null);
  const { busy, failure, formProps } = useForm({
    rules: { code: codeRule(8) },
    async send(value) {
      const outcome = await verifyEmail({ code: readCode(value("code")) });
      if (outcome.status !== "second-factor-required") return;
      await loadSecondFactor();
      setChallenge(outcome);
    },
    word(refusal) {
      if (refusal.code === "token-invalid")
        return { ...refusal, message: "", fields: { code: words.codeWrong } };
      return refusal.fields.code === undefined
        ? refusal
        : { ...refusal, fields: { code: words.codeIncomplete } };
    },
  });

  // The screen has replaced the form that had the focus; its title is what the reader needs to hear.
  useEffect(() => screen.current?.querySelector<HTMLElement>("[data-heading]")?.focus(), []);

  if (challenge !== null) return <SecondFactor {...challenge} onRestart={onBack} />;
  return (
    <form
      id={ids()}
      name="verification-code"
      className="bp-form"
      method="post"
      action={settings.pages.register}
      ref={screen}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">
        {words.sent} <bdi dir="ltr">{email}</bdi>
        {words.sentEnd} {words.open}
      </p>
      <FormBox failure={failure} />
      <Field
        id={ids("code")}
        name="code"
        className="bp-code"
        label={words.code}
        hint={words.codeHint}
        error={failure?.fields.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        required
        dir="ltr"
      />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <LocalMailbox />
      <div className="bp-inbox-ways">
        <p className="bp-quiet">{words.nothing}</p>
        <ResendLetter email={email} label={words.resend} busyLabel={words.resending} sent={words.resent} />
        <button type="button" className="bp-link" onClick={onBack}>
          {words.otherAddress}
        </button>
      </div>
      <FormHelp />
    </form>
  );
}
