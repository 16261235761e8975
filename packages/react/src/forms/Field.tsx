import type { ComponentProps, ReactNode } from "react";

export interface FieldProps extends ComponentProps<"input"> {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  /** Stands inside the field's frame, after the text. */
  readonly adornment?: ReactNode;
  /** Stands below the rule. */
  readonly below?: ReactNode;
}

/** A labelled field with its rule before it is broken and its error after. */
export function Field({ label, hint, error, adornment, below, className, ...input }: FieldProps) {
  const hintId = `${input.id}-hint`;
  const errorId = `${input.id}-error`;
  const described = [hint === undefined ? [] : [hintId], error === undefined ? [] : [errorId]].flat();
  return (
    <div className="bp-field" data-invalid={error !== undefined}>
      <label className="bp-label" htmlFor={input.id}>
        {label}
      </label>
      <div className="bp-input-frame">
        <input
          {...input}
          className={className === undefined ? "bp-input" : `bp-input ${className}`}
          aria-invalid={error !== undefined}
          aria-describedby={described.length > 0 ? described.join(" ") : undefined}
        />
        {adornment}
      </div>
      {hint !== undefined && (
        <p id={hintId} className="bp-hint">
          {hint}
        </p>
      )}
      {below}
      {error !== undefined && (
        <p id={errorId} className="bp-field-error">
          {error}
        </p>
      )}
    </div>
  );
}
