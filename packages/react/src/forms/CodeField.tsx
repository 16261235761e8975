import { Field } from "./Field.tsx";
import type { Failure } from "./failure.ts";
import type { Code } from "./use-code.ts";

interface CodeFieldProps {
  readonly id: string;
  readonly code: Code;
  readonly failure: Failure | null;
}

/** One field for a whole code, so that paste and password managers work. */
export function CodeField({ id, code, failure }: CodeFieldProps) {
  const { name, digits, label, hint } = code;
  const attributes =
    digits === null
      ? { autoCapitalize: "none" }
      : {
          className: "bp-code",
          inputMode: "numeric" as const,
          autoComplete: "one-time-code",
          maxLength: digits,
        };
  return (
    <Field
      {...attributes}
      id={id}
      name={name}
      label={label}
      hint={hint}
      error={failure?.fields[name]}
      spellCheck={false}
      required
      dir="ltr"
    />
  );
}
