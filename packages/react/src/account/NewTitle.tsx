import type { Conversation } from "@bookplate/client";
import { useEffect, useId, useRef } from "react";
import { Field } from "../forms/Field.tsx";
import { FormBox, Submit } from "../forms/FormBox.tsx";
import type { FieldRule } from "../forms/field-rules.ts";
import { useForm } from "../forms/use-form.ts";
import { useAccountWords } from "./account-words.tsx";

/** Characters that a title may have. */
const TITLE_LENGTH = 120;

const titleRule: FieldRule = ({ value }) => (value.trim() === "" ? "field-required" : null);

interface NewTitleProps {
  readonly conversation: Conversation;
  readonly onRename: (title: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Renames a conversation in its place. */
export function NewTitle({ conversation, onRename, onCancel }: NewTitleProps) {
  const { account: words } = useAccountWords();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.select(), []);
  const { busy, failure, formProps } = useForm({
    rules: { title: titleRule },
    send: (value) => onRename(value("title").trim()),
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
        name="title"
        label={words.chats.newTitle}
        error={failure?.fields.title}
        maxLength={TITLE_LENGTH}
        dir="auto"
        defaultValue={conversation.title ?? ""}
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
