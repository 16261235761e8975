import { isProblem } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useRecoveryWords, WithRecoveryWords } from "../words/recovery-words.tsx";
import { WithWords } from "../words/words.tsx";
import { HiddenEmail } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { newPasswordRule } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import type { LetterLink } from "./letter-link.ts";
import { PageLink } from "./PageLink.tsx";
import { PasswordField } from "./PasswordField.tsx";
import { PasswordIsSet } from "./PasswordIsSet.tsx";
import { useIds } from "./place.ts";
import { useForm } from "./use-form.ts";
import { useLetterLink } from "./use-letter-link.ts";
import { useReset } from "./use-reset.ts";

/** The page `/reset`, where a letter's link lands. Nothing happens before a person presses the button. */
export function ResetForm() {
  return (
    <WithWords>
      <WithRecoveryWords>
        <Reset />
      </WithRecoveryWords>
    </WithWords>
  );
}

function Reset() {
  const { reset: words } = useRecoveryWords();
  const link = useLetterLink();
  const [dead, setDead] = useState<typeof link>(undefined);
  const [done, setDone] = useState(false);

  if (done) return <PasswordIsSet />;
  if (link === undefined) {
    return (
      <LetterScreen title={words.title}>
        <p className="bp-lead">{words.consequences}</p>
      </LetterScreen>
    );
  }
  if (link === null || link === dead) {
    return (
      <LetterScreen title={link === null ? words.missingTitle : words.deadTitle} takesFocus={link !== null}>
        <p className="bp-lead">{link === null ? words.missing : words.dead}</p>
        <div className="bp-actions">
          <PageLink to="forgot" className="bp-button">
            {words.again}
          </PageLink>
        </div>
      </LetterScreen>
    );
  }
  return (
    <NewPassword key={link.token} link={link} onReset={() => setDone(true)} onDead={() => setDead(link)} />
  );
}

interface NewPasswordProps {
  readonly link: LetterLink;
  readonly onReset: () => void;
  /** The link has been used or has run out. */
  readonly onDead: () => void;
}

function NewPassword({ link, onReset, onDead }: NewPasswordProps) {
  const { settings } = useAuth();
  const { reset: words } = useRecoveryWords();
  const reset = useReset(link.email);
  const ids = useIds("reset");
  const { busy, failure, formProps } = useForm({
    rules: { password: newPasswordRule(settings.passwordMinimum) },
    async send(value) {
      try {
        await reset({ token: link.token, password: value("password") });
        onReset();
      } catch (error) {
        if (!isProblem(error, "token-invalid")) throw error;
        onDead();
      }
    },
  });
  return (
    <form id={ids()} name="reset" className="bp-form" method="post" {...formProps}>
      <Heading>{words.title}</Heading>
      {link.email !== "" && (
        <p className="bp-lead">
          {words.lead} <bdi dir="ltr">{link.email}</bdi>
        </p>
      )}
      <FormBox failure={failure} />
      {link.email !== "" && <HiddenEmail id={ids("email")} email={link.email} />}
      <PasswordField
        id={ids("password")}
        name="password"
        kind="new"
        label={words.newPassword}
        busy={busy}
        error={failure?.fields.password}
      />
      <p className="bp-quiet">{words.consequences}</p>
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <FormHelp />
    </form>
  );
}
