import { useEffect, useId, useRef } from "react";
import { useAuth } from "../../auth-context.ts";
import type { FieldRule } from "../../forms/field-rules.ts";
import { useForm } from "../../forms/use-form.ts";
import { useAccountWords } from "../account-words.tsx";
import { saveFile } from "../save-file.ts";
import { CopyButton } from "./CopyButton.tsx";
import { printText } from "./print-text.ts";

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

const tickedRule: FieldRule = ({ checked }) => (checked ? null : "field-required");

/** The recovery codes, this once. Only whoever says that they are kept goes on. */
export default function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const { account } = useAuth();
  const { codes: words } = useAccountWords().safety;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = words.heading({ site: location.host, email: account?.email ?? "" });
  const text = [title, "", ...codes, ""].join("\n");
  const { failure, formProps } = useForm({
    rules: { kept: tickedRule },
    send: async () => onKept(),
    word: (refusal) => ({ ...refusal, fields: { kept: words.keepFirst } }),
  });

  return (
    <form name="recovery-codes" className="bp-set-up" method="post" {...formProps}>
      <h4 tabIndex={-1} ref={heading}>
        {words.title}
      </h4>
      <p>{words.lead}</p>
      <ol className="bp-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="bp-actions">
        <CopyButton text={text} label={words.copy} />
        <button
          type="button"
          className="bp-link"
          onClick={() => saveFile("recovery-codes.txt", new Blob([text], { type: "text/plain" }))}
        >
          {words.download}
        </button>
        <button type="button" className="bp-link" onClick={() => printText(text)}>
          {words.print}
        </button>
      </div>
      <div className="bp-field" data-invalid={failure !== null}>
        <label className="bp-check">
          <input
            type="checkbox"
            name="kept"
            aria-invalid={failure !== null}
            aria-describedby={failure === null ? undefined : `${id}-error`}
          />
          <span>{words.kept}</span>
        </label>
        {failure !== null && (
          <p id={`${id}-error`} className="bp-field-error">
            {failure.fields.kept}
          </p>
        )}
      </div>
      <button type="submit" className="bp-button">
        {words.done}
      </button>
    </form>
  );
}
