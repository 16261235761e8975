import { type ReactNode, useEffect, useRef, useState } from "react";
import { timeAgo } from "../words/times.ts";
import type { Conversation } from "./chat-client.ts";
import { RemoveIcon, RenameIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";
import { RemoveConfirmation } from "./RemoveConfirmation.tsx";
import { RenameForm } from "./RenameForm.tsx";

export interface ConversationItemProps {
  readonly conversation: Conversation;
  readonly onRemoved: () => void;
}

/** A conversation in the list: opened, renamed and deleted where it stands. */
export function ConversationItem({ conversation, onRemoved }: ConversationItemProps) {
  const { chat, state, words } = usePanel();
  const [doing, setDoing] = useState<"nothing" | "renaming" | "removing">("nothing");
  const title = conversation.title ?? words.untitled;
  const rename = useRef<HTMLButtonElement>(null);
  const remove = useRef<HTMLButtonElement>(null);
  const back = useRef<HTMLButtonElement>(null);

  function stop(opener: typeof rename) {
    back.current = opener.current;
    setDoing("nothing");
  }
  // The openers are back on the screen only after the form has gone.
  useEffect(() => {
    if (doing !== "nothing") return;
    back.current?.focus();
    back.current = null;
  }, [doing]);

  return (
    <li className="bp-chat-item" aria-current={conversation.id === state.conversationId || undefined}>
      <div className="bp-chat-item-row" hidden={doing !== "nothing"}>
        <button className="bp-chat-item-title" type="button" onClick={() => chat.open(conversation.id)}>
          <span className="bp-chat-item-name">
            <bdi>{title}</bdi>
          </span>
          <LastUsed at={conversation.updatedAt} />
        </button>
        <IconButton label={words.rename({ title })} opener={rename} onClick={() => setDoing("renaming")}>
          <RenameIcon />
        </IconButton>
        <IconButton label={words.remove({ title })} opener={remove} onClick={() => setDoing("removing")}>
          <RemoveIcon />
        </IconButton>
      </div>
      {doing === "renaming" && <RenameForm conversation={conversation} onDone={() => stop(rename)} />}
      {doing === "removing" && (
        <RemoveConfirmation conversation={conversation} onKept={() => stop(remove)} onRemoved={onRemoved} />
      )}
    </li>
  );
}

function LastUsed({ at }: { readonly at: string }) {
  const { words, locale } = usePanel();
  const ago = timeAgo(new Date(at), locale) ?? words.justNow;
  return (
    <time className="bp-chat-item-time" dateTime={at}>
      {words.updated({ ago })}
    </time>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly opener: React.RefObject<HTMLButtonElement | null>;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, opener, onClick, children }: IconButtonProps) {
  return (
    <button
      className="bp-chat-icon-button"
      type="button"
      ref={opener}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
