import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { Lazily } from "../Lazily.tsx";
import { meterIn } from "../strength/meter.tsx";
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
  const words = useWords().screens.fields;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (busy) setShown(false);
  }, [busy]);

  const { passwordMinimum } = useAuth().settings;
  const meter = useMeter();
  const attributes =
    kind === "new"
      ? {
          ...meter,
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

/** The strength meter under a new password. It is fetched when the field is first reached; without it the form works. */
function useMeter() {
  const { language } = useAuth().settings;
  const [field, setField] = useState<HTMLInputElement | null>(null);
  const [typed, setTyped] = useState("");
  const look = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    setField(currentTarget);
    setTyped(currentTarget.value);
  };
  const Meter = meterIn(language);
  return {
    onFocus: look,
    onChange: look,
    below: field !== null && (
      <Lazily>
        <Meter field={field} typed={typed} />
      </Lazily>
    ),
  };
}
