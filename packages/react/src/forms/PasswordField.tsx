import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { Field, type FieldProps } from "./Field.tsx";

interface PasswordFieldProps extends Pick<FieldProps, "id" | "name" | "label" | "error" | "hint"> {
  /** `current` signs in, where a passkey may stand in for it; `registered` is known but signs nobody in by itself. */
  readonly kind: "current" | "registered" | "new";
  /** The field hides again while the form is on its way. */
  readonly busy: boolean;
}

/** One field with a show button instead of a second one to repeat it in. */
export function PasswordField({ kind, busy, ...field }: PasswordFieldProps) {
  const { passwordMinimum } = useAuth().settings;
  const words = useWords().screens.fields;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (busy) setShown(false);
  }, [busy]);

  const attributes =
    kind === "new"
      ? {
          autoComplete: "new-password",
          minLength: passwordMinimum,
          passwordrules: `minlength: ${passwordMinimum}; maxlength: 256;`,
          hint: words.passwordRule({ minimum: passwordMinimum }),
        }
      : { autoComplete: kind === "current" ? "current-password webauthn" : "current-password" };
  return (
    <Field
      {...attributes}
      {...field}
      type={shown ? "text" : "password"}
      required
      autoCapitalize="none"
      spellCheck={false}
      dir="ltr"
      adornment={
        <button
          type="button"
          className="bp-show"
          aria-pressed={shown}
          aria-label={words.showPassword}
          aria-controls={field.id}
          onClick={() => setShown(!shown)}
        >
          {shown ? words.hide : words.show}
        </button>
      }
    />
  );
}
