import { useEffect, useRef } from "react";
import { useAuth } from "../auth-context.ts";
import { useRecoveryWords } from "../words/recovery-words.tsx";
import { HiddenEmail } from "./EmailField.tsx";
import { Field } from "./Field.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { codeRule, newPasswordRule, readCode } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import { LocalMailbox } from "./LocalMailbox.tsx";
import { PageLink } from "./PageLink.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { useIds } from "./place.ts";
import { SendAgain } from "./SendAgain.tsx";
import { useForm } from "./use-form.ts";
import { useReset } from "./use-reset.ts";

interface ResetByCodeProps {
  readonly email: string;
  readonly requestId: string;
  /** Another letter was asked for; from now on its code counts. */
  readonly onRequested: (requestId: string) => void;
  readonly onReset: () => void;
  /** The reader wants to use another address. */
  readonly onBack: () => void;
}

/** Waits for the letter, and takes its code from a reader who opened it elsewhere. */
export function ResetByCode({ email, requestId, onRequested, onReset, onBack }: ResetByCodeProps) {
  const { client, settings } = useAuth();
  const { inbox: words, reset, forgot } = useRecoveryWords();
  const setPassword = useReset(email);
  const ids = useIds("reset-code");
  const screen = useRef<HTMLFormElement>(null);
  const { busy, failure, formProps } = useForm({
    rules: { code: codeRule(8), password: newPasswordRule(settings.passwordMinimum) },
    async send(value) {
      const code = readCode(value("code"));
      await setPassword({ requestId, code, password: value("password") });
      onReset();
    },
    word(refusal) {
      if (refusal.code === "token-invalid")
        return { ...refusal, message: "", fields: { code: words.codeWrong } };
      return refusal.fields.code === undefined
        ? refusal
        : { ...refusal, fields: { ...refusal.fields, code: words.codeIncomplete } };
    },
  });

  // The screen has replaced the form that had the focus; its title is what the reader needs to hear.
  useEffect(() => screen.current?.querySelector<HTMLElement>("[data-heading]")?.focus(), []);

  async function sendAgain() {
    const request = await client.auth.forgotPassword(email);
    onRequested(request.requestId);
  }

  return (
    <form
      id={ids()}
      name="reset-code"
      className="bp-form"
      method="post"
      action={settings.pages.forgot}
      ref={screen}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">
        {words.sent} <bdi dir="ltr">{email}</bdi>
        {words.sentEnd} {words.open}
      </p>
      <LocalMailbox />
      <FormBox failure={failure} />
      <HiddenEmail id={ids("email")} email={email} />
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
      <PasswordField
        id={ids("password")}
        name="password"
        kind="new"
        label={reset.newPassword}
        busy={busy}
        error={failure?.fields.password}
      />
      <p className="bp-quiet">{reset.consequences}</p>
      <Submit busy={busy} label={reset.submit} busyLabel={reset.busy} />
      <div className="bp-inbox-ways">
        <p className="bp-quiet">{words.nothing}</p>
        <SendAgain send={sendAgain} label={words.resend} busyLabel={words.resending} sent={words.resent} />
        <button type="button" className="bp-link" onClick={onBack}>
          {words.otherAddress}
        </button>
        <PageLink to="login">{forgot.back}</PageLink>
      </div>
      <FormHelp />
    </form>
  );
}
