import { useEffect, useRef } from "react";
import { useAuth } from "../auth-context.ts";
import { Field } from "../forms/Field.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import { emailRule, type FieldRule } from "../forms/field-rules.ts";
import { useIds } from "../forms/place.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";
import { focusOnDesktop } from "./step-up/focus-on-desktop.ts";
import { useStepUp } from "./step-up/index.ts";

interface NewEmailProps {
  readonly current: string;
  readonly onSent: (newEmail: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the new address. It becomes the account's only once a letter to it has been answered. */
export function NewEmail({ current, onSent, onCancel }: NewEmailProps) {
  const { client, settings } = useAuth();
  const { perform } = useStepUp();
  const { account, safety } = useAccountWords();
  const { email: words } = safety;
  const ids = useIds("new-email");
  const field = ids("email");
  const isSame = useRef(false);
  const newEmailRule: FieldRule = (input) => {
    isSame.current = input.value.trim().toLowerCase() === current.toLowerCase();
    return isSame.current ? "value-invalid" : emailRule(input);
  };
  const { busy, failure, formProps } = useForm({
    rules: { newEmail: newEmailRule },
    async send(value) {
      const newEmail = value("newEmail").trim();
      await perform(() => client.account.changeEmail({ newEmail }));
      onSent(newEmail);
    },
    word: (refusal) => (isSame.current ? { ...refusal, fields: { newEmail: words.same } } : refusal),
  });
  useEffect(() => focusOnDesktop(field), [field]);

  return (
    <form
      id={ids()}
      name="new-email"
      className="bp-form"
      method="post"
      action={settings.pages.account}
      {...formProps}
    >
      <p className="bp-quiet">{words.lead}</p>
      <FormBox failure={failure} />
      <Field
        id={field}
        name="newEmail"
        label={words.next}
        error={failure?.fields.newEmail}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        dir="ltr"
      />
      <div className="bp-actions">
        <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
        <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
          {account.cancel}
        </button>
      </div>
    </form>
  );
}
