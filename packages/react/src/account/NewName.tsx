import { useEffect, useId, useRef } from "react";
import { Field } from "../forms/Field.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import type { FieldRule } from "../forms/field-rules.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";

const nameRule: FieldRule = ({ value }) => (value.trim() === "" ? "field-required" : null);
const anyRule: FieldRule = () => null;

interface NewNameProps {
  /** Of the field, as the server knows it. */
  readonly field: string;
  readonly label: string;
  readonly current: string;
  /** Characters. */
  readonly maxLength: number;
  /** Whether nothing may stand there, too. */
  readonly optional?: boolean;
  readonly onRename: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Renames something in its place. */
export function NewName({ field, label, current, maxLength, optional, onRename, onCancel }: NewNameProps) {
  const { account: words } = useAccountWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.select(), []);
  const { busy, failure, formProps } = useForm({
    rules: { [field]: optional === true ? anyRule : nameRule },
    send: (value) => onRename(value(field).trim()),
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
        name={field}
        label={label}
        error={failure?.fields[field]}
        maxLength={maxLength}
        dir="auto"
        autoComplete="off"
        defaultValue={current}
      />
      <div className="bp-actions">
        <Submit busy={busy} label={words.save} busyLabel={words.saving} />
        <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
