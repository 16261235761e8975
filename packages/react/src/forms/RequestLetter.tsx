import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { EmailField } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { emailRule } from "./field-rules.ts";
import { PageLink } from "./PageLink.tsx";
import { useIds } from "./place.ts";
import { useForm } from "./use-form.ts";

/** Another letter, for a reader whose link is dead or missing. */
export function RequestLetter() {
  const { resendVerification, settings } = useAuth();
  const { verify: words } = useWords().screens;
  const ids = useIds("resend");
  const [sent, setSent] = useState(false);
  const { busy, failure, formProps } = useForm({
    rules: { email: emailRule },
    async send(value) {
      setSent(false);
      await resendVerification(value("email").trim());
      setSent(true);
    },
  });
  return (
    <form
      id={ids()}
      name="resend"
      className="bp-subform"
      method="post"
      action={settings.pages.verify}
      {...formProps}
    >
      <FormBox failure={failure} />
      <EmailField id={ids("email")} autoComplete="username" error={failure?.fields.email} />
      <Submit busy={busy} label={words.resend} busyLabel={words.resending} />
      <p role="status" className="bp-outcome">
        {sent && words.resent}
      </p>
      <p className="bp-switch">
        <PageLink to="login">{words.login}</PageLink>
      </p>
      <FormHelp />
    </form>
  );
}
