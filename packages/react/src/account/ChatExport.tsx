import type { Conversation } from "@bookplate/client";
import { useEffect, useId, useRef } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useAccountWords } from "./account-words.tsx";
import { fileNameOf } from "./file-name.ts";
import { saveFile } from "./save-file.ts";
import { useShelfWords } from "./shelf-words.tsx";
import { useAct } from "./use-act.ts";

interface ChatExportProps {
  readonly conversation: Conversation;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

const forms = [
  { format: "markdown", ending: "md" },
  { format: "json", ending: "json" },
] as const;

/** Asks in which form a conversation is to be taken along, and puts it among the downloads. */
export function ChatExport({ conversation, onSaved, onCancel }: ChatExportProps) {
  const { client } = useAuth();
  const { account: words } = useAccountWords();
  const { chats: more } = useShelfWords();
  const id = useId();
  const first = useRef<HTMLFieldSetElement>(null);
  useEffect(() => first.current?.querySelector("button")?.focus(), []);
  const wanted = useRef<(typeof forms)[number]>(forms[0]);
  const { busy, failure, run } = useAct(async () => {
    const { format, ending } = wanted.current;
    const file = await client.chats.exportOf(conversation.id, format);
    saveFile(`${fileNameOf(conversation.title ?? "")}.${ending}`, file);
    onSaved();
  });

  return (
    <fieldset
      className="bp-confirmation bp-choice"
      aria-labelledby={id}
      aria-busy={busy}
      ref={first}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <p id={id}>{more.exportQuestion}</p>
      <FailureBox text={failure} />
      <div className="bp-actions">
        {forms.map((form) => (
          <button
            key={form.format}
            type="button"
            className="bp-button bp-button-quiet"
            onClick={() => {
              wanted.current = form;
              run();
            }}
          >
            {more[form.format]}
          </button>
        ))}
        <button type="button" className="bp-link" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </fieldset>
  );
}
