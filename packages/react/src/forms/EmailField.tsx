import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { Field } from "./Field.tsx";

interface EmailFieldProps {
  readonly id: string;
  readonly error: string | undefined;
  /** `webauthn` lets the browser offer passkeys in the field; only where one signs in. */
  readonly autoComplete: "username" | "username webauthn";
}

/** The address, carried along from form to form so that nobody types it twice. */
export function EmailField(props: EmailFieldProps) {
  const { typedEmail } = useAuth();
  return (
    <Field
      {...props}
      name="email"
      label={useWords().screens.fields.email}
      type="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      dir="ltr"
      defaultValue={typedEmail.current}
      onChange={(event) => {
        typedEmail.current = event.target.value;
      }}
    />
  );
}

/** Tells a password manager whose password stands beside it. */
export function HiddenEmail({ id, email }: { readonly id: string; readonly email: string }) {
  return (
    <input
      id={id}
      className="bp-visually-hidden"
      type="email"
      name="email"
      autoComplete="username"
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      value={email}
    />
  );
}
