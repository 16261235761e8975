import { isProblem, type SecondFactorRequired, type SignedIn } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { HiddenEmail } from "./EmailField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { newPasswordRule, requiredRule } from "./field-rules.ts";
import { Heading } from "./Heading.tsx";
import type { LetterLink } from "./letter-link.ts";
import { PasswordField } from "./PasswordField.tsx";
import { useIds } from "./place.ts";
import { loadSecondFactor } from "./SecondFactor.tsx";
import { useForm } from "./use-form.ts";

interface ConfirmAddressProps {
  readonly link: LetterLink;
  readonly onConfirmed: (outcome: SignedIn | SecondFactorRequired) => void;
  /** The link has been used or has run out. */
  readonly onDead: () => void;
}

type Proof = "none" | "password" | "newPassword";

/**
 * One button. Only where this is not the browser that registered does the server ask for more: the password of the
 * registration, or a new one.
 */
export function ConfirmAddress({ link, onConfirmed, onDead }: ConfirmAddressProps) {
  const { verifyEmail, settings } = useAuth();
  const { verify: words } = useWords().screens;
  const ids = useIds("verify");
  const [proof, setProof] = useState<Proof>("none");
  const rules = {
    none: {},
    password: { password: requiredRule },
    newPassword: { newPassword: newPasswordRule(settings.passwordMinimum) },
  }[proof];

  const { busy, failure, formProps } = useForm({
    rules,
    async send(value) {
      try {
        const outcome = await verifyEmail({
          token: link.token,
          ...(proof !== "none" && { [proof]: value(proof) }),
        });
        if (outcome.status === "second-factor-required") await loadSecondFactor();
        onConfirmed(outcome);
      } catch (error) {
        if (isProblem(error, "password-needed")) setProof("password");
        else if (isProblem(error, "token-invalid")) onDead();
        else throw error;
      }
    },
    word: (refusal) =>
      refusal.code === "invalid-credentials"
        ? { ...refusal, message: "", fields: { password: words.passwordWrong } }
        : refusal,
  });

  useEffect(() => {
    if (proof !== "none") document.getElementById(ids(proof))?.focus();
  }, [proof, ids]);

  const other = proof === "newPassword" ? "password" : "newPassword";
  return (
    <form
      id={ids()}
      name="verify"
      className="bp-form"
      method="post"
      action={settings.pages.verify}
      {...formProps}
    >
      <Heading>{words.title}</Heading>
      <p className="bp-lead">{link.email === "" ? words.leadNoAddress : words.lead}</p>
      {link.email !== "" && (
        <p className="bp-address">
          <bdi dir="ltr">{link.email}</bdi>
        </p>
      )}
      <FormBox failure={failure} />
      {proof !== "none" && (
        <div className="bp-proof">
          <p>{words.passwordNeeded}</p>
          {link.email !== "" && <HiddenEmail id={ids("email")} email={link.email} />}
          <PasswordField
            key={proof}
            id={ids(proof)}
            name={proof}
            kind={proof === "newPassword" ? "new" : "registered"}
            label={proof === "newPassword" ? words.newPassword : words.password}
            busy={busy}
            error={failure?.fields[proof]}
          />
          {proof === "newPassword" && <p className="bp-hint">{words.newPasswordNote}</p>}
          <button type="button" className="bp-link" onClick={() => setProof(other)}>
            {proof === "newPassword" ? words.usePassword : words.useNewPassword}
          </button>
        </div>
      )}
      <Submit busy={busy} label={words.submit} busyLabel={words.busy} />
      <FormHelp />
    </form>
  );
}
