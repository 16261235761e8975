import type { ReactNode } from "react";
import { useTakesOver } from "../use-takes-over.ts";
import { useWords } from "../words/words.tsx";
import type { FormState } from "./use-form.ts";

interface FailureBoxProps {
  /** Empty where nothing went wrong. */
  readonly text: string;
  readonly children?: ReactNode;
}

/** It exists, empty, before anything goes wrong, so that assistive technology hears it. */
export function FailureBox({ text, children }: FailureBoxProps) {
  return (
    <div className="bp-form-box" role="alert">
      {text !== "" && (
        <div className="bp-form-error">
          <p>{text}</p>
          {children}
        </div>
      )}
    </div>
  );
}

/** The box above the fields. */
export function FormBox({
  failure,
  children,
}: Pick<FormState, "failure"> & { readonly children?: ReactNode }) {
  return <FailureBox text={failure?.message ?? ""}>{children}</FailureBox>;
}

interface SubmitProps extends Pick<FormState, "busy"> {
  readonly label: string;
  readonly busyLabel: string;
}

/**
 * Stays enabled, because a disabled button explains nothing; but in a page whose script is still on its way the browser
 * would send the form by itself, and what was typed would be gone.
 */
export function Submit({ busy, label, busyLabel }: SubmitProps) {
  const hasNoScript = useTakesOver();
  return (
    <button type="submit" className="bp-button" aria-busy={busy} disabled={hasNoScript}>
      {busy ? busyLabel : label}
    </button>
  );
}

/** The same help at the same place of every form. */
export function FormHelp() {
  const { help } = useWords().screens;
  return (
    <>
      <details className="bp-help">
        <summary>{help.question}</summary>
        <p>{help.answer}</p>
      </details>
      <noscript>
        <p className="bp-form-error">{help.needsScript}</p>
      </noscript>
    </>
  );
}
