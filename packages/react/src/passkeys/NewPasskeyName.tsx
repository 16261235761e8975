import { useEffect, useId, useRef } from "react";
import { useAccountWords } from "../account/account-words.tsx";
import { Field } from "../forms/Field.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import type { FieldRule } from "../forms/field-rules.ts";
import { useForm } from "../forms/use-form.ts";

/** Characters that a name may have. */
const NAME_LENGTH = 80;

const nameRule: FieldRule = ({ value }) => (value.trim() === "" ? "field-required" : null);

interface NewPasskeyNameProps {
  readonly name: string;
  readonly onRename: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Renames a passkey in its place. */
export function NewPasskeyName({ name, onRename, onCancel }: NewPasskeyNameProps) {
  const { account, passkeys: words } = useAccountWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.select(), []);
  const { busy, failure, formProps } = useForm({
    rules: { name: nameRule },
    send: (value) => onRename(value("name").trim()),
  });
  return (
    <form
      className="bp-subform bp-row-form"
      ref={form}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onCancel();
      }}
      {...formProps}
    >
      <FormBox failure={failure} />
      <Field
        id={id}
        name="name"
        label={words.newName}
        error={failure?.fields.name}
        maxLength={NAME_LENGTH}
        dir="auto"
        autoComplete="off"
        defaultValue={name}
      />
      <div className="bp-actions">
        <Submit busy={busy} label={account.save} busyLabel={account.saving} />
        <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
          {account.cancel}
        </button>
      </div>
    </form>
  );
}
