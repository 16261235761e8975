import { type KeyboardEvent, useEffect, useRef } from "react";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import { RemoveIcon, RenameIcon, SaveIcon } from "./list-icons.tsx";

export type Act = "renaming" | "removing" | "markdown" | "json";

export interface ItemMenuProps {
  readonly onAct: (act: Act) => void;
  readonly onCancel: () => void;
}

/** What can be done with a conversation: a list of buttons that opens under it. */
export function ItemMenu({ onAct, onCancel }: ItemMenuProps) {
  const { list: words } = useChatToolsWords();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape") return;
    // The panel behind it stays as it is.
    event.stopPropagation();
    onCancel();
  }
  const acts = [
    { act: "renaming", label: words.rename, icon: <RenameIcon /> },
    { act: "markdown", label: words.markdown, icon: <SaveIcon /> },
    { act: "json", label: words.json, icon: <SaveIcon /> },
    { act: "removing", label: words.remove, icon: <RemoveIcon /> },
  ] as const;

  return (
    <ul className="bp-chat-menu">
      {acts.map(({ act, label, icon }, index) => (
        <li key={act}>
          <button
            className="bp-chat-menu-act"
            type="button"
            ref={index === 0 ? first : undefined}
            onClick={() => onAct(act)}
            onKeyDown={closeOnEscape}
          >
            {icon}
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
