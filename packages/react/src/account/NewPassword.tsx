import { useEffect } from "react";
import { useAuth } from "../auth-context.ts";
import { HiddenEmail } from "../forms/EmailField.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import { newPasswordRule, requiredRule } from "../forms/field-rules.ts";
import { PageLink } from "../forms/PageLink.tsx";
import { PasswordField } from "../forms/PasswordField.tsx";
import { useIds } from "../forms/place.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";
import { focusOnDesktop } from "./step-up/focus-on-desktop.ts";
import { useStepUp } from "./step-up/index.ts";

interface NewPasswordProps {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly onChanged: () => void;
  readonly onCancel: () => void;
}

/** The form that changes the password, or sets the first one. */
export function NewPassword({ email, hasPassword, onChanged, onCancel }: NewPasswordProps) {
  const { client, settings } = useAuth();
  const { perform } = useStepUp();
  const { account, safety } = useAccountWords();
  const { password: words } = safety;
  const ids = useIds("new-password");
  const { busy, failure, formProps } = useForm({
    rules: {
      ...(hasPassword && { currentPassword: requiredRule }),
      newPassword: newPasswordRule(settings.passwordMinimum),
    },
    async send(value) {
      const newPassword = value("newPassword");
      const proof = hasPassword ? { currentPassword: value("currentPassword") } : {};
      await perform(() => client.auth.changePassword({ ...proof, newPassword }));
      onChanged();
    },
    word: (refusal) =>
      refusal.code === "invalid-credentials"
        ? { ...refusal, message: "", fields: { currentPassword: words.currentWrong } }
        : refusal,
  });
  const first = ids(hasPassword ? "current" : "new");
  useEffect(() => focusOnDesktop(first), [first]);

  return (
    <form
      id={ids()}
      name="new-password"
      className="bp-form"
      method="post"
      action={settings.pages.account}
      {...formProps}
    >
      <FormBox failure={failure} />
      <HiddenEmail id={ids("email")} email={email} />
      {hasPassword && (
        <PasswordField
          id={ids("current")}
          name="currentPassword"
          kind="registered"
          label={words.current}
          busy={busy}
          error={failure?.fields.currentPassword}
        />
      )}
      <PasswordField
        id={ids("new")}
        name="newPassword"
        kind="new"
        label={words.next}
        busy={busy}
        error={failure?.fields.newPassword}
      />
      <p className="bp-quiet">{words.note}</p>
      <div className="bp-actions">
        <Submit busy={busy} label={hasPassword ? words.change : words.add} busyLabel={account.working} />
        <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
          {account.cancel}
        </button>
        {hasPassword && settings.pages.forgot !== undefined && (
          <PageLink to="forgot">{words.forgotten}</PageLink>
        )}
      </div>
    </form>
  );
}
