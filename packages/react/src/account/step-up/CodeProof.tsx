import { useEffect } from "react";
import { useAuth } from "../../auth-context.ts";
import { CodeField } from "../../forms/CodeField.tsx";
import { FormBox, Submit } from "../../forms/FormBox.tsx";
import { useIds } from "../../forms/place.ts";
import { type CodeKind, useCode } from "../../forms/use-code.ts";
import { useForm } from "../../forms/use-form.ts";
import { useProofsWords } from "../../words/proofs-words.tsx";
import { focusOnDesktop } from "./focus-on-desktop.ts";
import type { ProofProps } from "./proofs.ts";

/** Any proof that is a code. */
export function CodeProof({ kind, onProven }: ProofProps & { readonly kind: CodeKind }) {
  const { client } = useAuth();
  const words = useProofsWords();
  const ids = useIds(`step-up-${kind}`);
  const field = ids("field");
  const code = useCode(kind);
  const { busy, failure, formProps } = useForm({
    rules: code.rules,
    async send(value) {
      await client.auth.stepUp({ method: kind, code: code.read(value) });
      onProven();
    },
    word: code.word,
  });
  useEffect(() => focusOnDesktop(field), [field]);

  return (
    <form id={ids()} name={`step-up-${kind}`} className="bp-subform" method="post" {...formProps}>
      <FormBox failure={failure} />
      <CodeField id={field} code={code} failure={failure} />
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
    </form>
  );
}

export const TotpProof = (props: ProofProps) => <CodeProof kind="totp" {...props} />;
export const RecoveryCodeProof = (props: ProofProps) => <CodeProof kind="recovery-code" {...props} />;
