import { useEffect } from "react";
import { useAuth } from "../../auth-context.ts";
import { HiddenEmail } from "../../forms/EmailField.tsx";
import { FormBox, Submit } from "../../forms/FormBox.tsx";
import { requiredRule } from "../../forms/field-rules.ts";
import { PasswordField } from "../../forms/PasswordField.tsx";
import { useIds } from "../../forms/place.ts";
import { useForm } from "../../forms/use-form.ts";
import { useProofsWords } from "../../words/proofs-words.tsx";
import { focusOnDesktop } from "./focus-on-desktop.ts";
import type { ProofProps } from "./proofs.ts";

export function PasswordProof({ onProven }: ProofProps) {
  const { client, account } = useAuth();
  const { password: words, submit, busy: busyLabel } = useProofsWords();
  const ids = useIds("step-up");
  const { busy, failure, formProps } = useForm({
    rules: { password: requiredRule },
    async send(value) {
      await client.auth.stepUp({ password: value("password") });
      onProven();
    },
    word: (refusal) =>
      refusal.code === "invalid-credentials"
        ? { ...refusal, message: "", fields: { password: words.wrong } }
        : refusal,
  });
  const field = ids("password");
  useEffect(() => focusOnDesktop(field), [field]);

  return (
    <form id={ids()} name="step-up" className="bp-subform" method="post" {...formProps}>
      <FormBox failure={failure} />
      <HiddenEmail id={ids("email")} email={account?.email ?? ""} />
      <PasswordField
        id={field}
        name="password"
        kind="registered"
        label={words.label}
        busy={busy}
        error={failure?.fields.password}
      />
      <Submit busy={busy} label={submit} busyLabel={busyLabel} />
    </form>
  );
}
