import { isProblem } from "@bookplate/client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useProofsWords, WithProofsWords } from "../words/proofs-words.tsx";
import { CodeField } from "./CodeField.tsx";
import { FormBox, FormHelp, Submit } from "./FormBox.tsx";
import { Heading } from "./Heading.tsx";
import { LetterScreen } from "./LetterScreen.tsx";
import { useIds } from "./place.ts";
import { useCode } from "./use-code.ts";
import { useForm } from "./use-form.ts";

type Method = "totp" | "recovery-code";

export interface SecondFactorStepProps {
  /** From the answer `second-factor-required` of any way to sign in. */
  readonly challenge: string;
  readonly methods: readonly Method[];
  /** Back to the first step; the address that was typed there is still known. */
  readonly onRestart: () => void;
}

/** The second step of signing in, whatever the first one was. */
export default function SecondFactorStep(props: SecondFactorStepProps) {
  return (
    <WithProofsWords>
      <Step {...props} />
    </WithProofsWords>
  );
}

function Step({ challenge, methods, onRestart }: SecondFactorStepProps) {
  const { secondFactor: words } = useProofsWords();
  const [method, setMethod] = useState<Method>(methods.includes("totp") ? "totp" : "recovery-code");
  const [over, setOver] = useState(false);

  if (over) {
    return (
      <LetterScreen title={words.overTitle} takesFocus>
        <p className="bp-lead">{words.over}</p>
        <div className="bp-actions">
          <button type="button" className="bp-button" onClick={onRestart}>
            {words.startAgain}
          </button>
        </div>
      </LetterScreen>
    );
  }
  const other: Method = method === "totp" ? "recovery-code" : "totp";
  return (
    <CodeForm key={method} challenge={challenge} method={method} onOver={() => setOver(true)}>
      {methods.includes(other) && (
        <button type="button" className="bp-link" onClick={() => setMethod(other)}>
          {other === "totp" ? words.useTotp : words.useRecoveryCode}
        </button>
      )}
      <button type="button" className="bp-link" onClick={onRestart}>
        {words.startAgain}
      </button>
    </CodeForm>
  );
}

interface CodeFormProps {
  readonly challenge: string;
  readonly method: Method;
  /** Five wrong codes or five minutes end a challenge. */
  readonly onOver: () => void;
  /** Other ways. */
  readonly children: ReactNode;
}

function CodeForm({ challenge, method, onOver, children }: CodeFormProps) {
  const { secondFactor, settings } = useAuth();
  const { secondFactor: words, submit, busy: busyLabel } = useProofsWords();
  const ids = useIds(method);
  const screen = useRef<HTMLFormElement>(null);
  const code = useCode(method);
  const { busy, failure, formProps } = useForm({
    rules: code.rules,
    async send(value) {
      try {
        await secondFactor({
          challenge,
          method,
          code: code.read(value),
          trustDevice: value("trustDevice") !== "",
        });
      } catch (error) {
        if (!isProblem(error, "token-invalid")) throw error;
        onOver();
      }
    },
    word: code.word,
  });

  // The screen has replaced the one that had the focus. Where a keyboard is at hand the reader types at once.
  useEffect(() => {
    const touch = matchMedia("(pointer: coarse)").matches;
    screen.current
      ?.querySelector<HTMLElement>(touch ? "[data-heading]" : "input:not([type=checkbox])")
      ?.focus();
  }, []);

  return (
    <form
      id={ids()}
      name={method === "totp" ? "second-factor" : "recovery-code"}
      className="bp-form"
      method="post"
      action={settings.pages.login}
      ref={screen}
      {...formProps}
    >
      <Heading>{method === "totp" ? words.title : words.recoveryTitle}</Heading>
      <p className="bp-lead">{method === "totp" ? words.lead : words.recoveryLead}</p>
      <FormBox failure={failure} />
      <CodeField id={ids("field")} code={code} failure={failure} />
      <div>
        <label className="bp-check">
          <input type="checkbox" name="trustDevice" aria-describedby={ids("trust-hint")} />
          <span>{words.trust}</span>
        </label>
        <p id={ids("trust-hint")} className="bp-hint">
          {words.trustHint}
        </p>
      </div>
      <Submit busy={busy} label={submit} busyLabel={busyLabel} />
      <div className="bp-inbox-ways">{children}</div>
      <FormHelp />
    </form>
  );
}
