import { useEffect, useId, useRef, useState } from "react";
import { fileNameOf } from "../../account/file-name.ts";
import { saveFile } from "../../account/save-file.ts";
import { useChatToolsWords } from "../../words/chat-tools-words.tsx";
import { timeAgo } from "../../words/time-ago.ts";
import type { Conversation } from "../chat-client.ts";
import { usePanel } from "../panel-context.ts";
import { type Act, ItemMenu } from "./ItemMenu.tsx";
import { MoreIcon } from "./list-icons.tsx";
import { RemoveConfirmation } from "./RemoveConfirmation.tsx";
import { RenameForm } from "./RenameForm.tsx";

export interface ConversationItemProps {
  readonly conversation: Conversation;
  readonly onRemoved: () => void;
}

/** A conversation in the list: opened, and renamed, saved and deleted where it stands. */
export function ConversationItem({ conversation, onRemoved }: ConversationItemProps) {
  const { chat, state } = usePanel();
  const { list: words } = useChatToolsWords();
  const [doing, setDoing] = useState<"nothing" | "choosing" | "renaming" | "removing">("nothing");
  const [saved, setSaved] = useState(false);
  const save = useSave(conversation);
  const more = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);
  const menuId = useId();
  const title = conversation.title ?? words.untitled;
  const inPlace = doing === "renaming" || doing === "removing";

  function stop() {
    returns.current = true;
    setDoing("nothing");
  }
  // The opener is back on the screen only after the form has gone.
  useEffect(() => {
    if (doing === "nothing" && returns.current) more.current?.focus();
    returns.current = false;
  }, [doing]);

  async function act(wanted: Act) {
    if (wanted === "renaming" || wanted === "removing") return setDoing(wanted);
    stop();
    setSaved(await save(wanted));
  }

  return (
    <li className="bp-chat-item" aria-current={conversation.id === state.conversationId || undefined}>
      <div className="bp-chat-item-row" hidden={inPlace}>
        <button className="bp-chat-item-title" type="button" onClick={() => chat.open(conversation.id)}>
          <span className="bp-chat-item-name">
            <bdi>{title}</bdi>
          </span>
          <LastUsed at={conversation.updatedAt} />
        </button>
        <button
          className="bp-chat-icon-button"
          type="button"
          ref={more}
          aria-label={words.more({ title })}
          title={words.more({ title })}
          aria-expanded={doing === "choosing"}
          aria-controls={menuId}
          onClick={() => setDoing(doing === "choosing" ? "nothing" : "choosing")}
        >
          <MoreIcon />
        </button>
      </div>
      <div id={menuId} hidden={doing !== "choosing"}>
        {doing === "choosing" && <ItemMenu onAct={act} onCancel={stop} />}
      </div>
      <p className="bp-chat-outcome" role="status">
        {saved && doing === "nothing" && words.saved}
      </p>
      {doing === "renaming" && <RenameForm conversation={conversation} onDone={stop} />}
      {doing === "removing" && (
        <RemoveConfirmation conversation={conversation} onKept={stop} onRemoved={onRemoved} />
      )}
    </li>
  );
}

function LastUsed({ at }: { readonly at: string }) {
  const { locale } = usePanel();
  const { list: words } = useChatToolsWords();
  const ago = timeAgo(new Date(at), locale) ?? words.justNow;
  return (
    <time className="bp-chat-item-time" dateTime={at}>
      {words.updated({ ago })}
    </time>
  );
}

const endings = { markdown: "md", json: "json" } as const;

/** Puts a conversation among the reader's downloads. @returns whether it is there; why not is the panel's notice */
function useSave({ id, title }: Conversation) {
  const { chat, host } = usePanel();
  const { list: words } = useChatToolsWords();
  return async (format: keyof typeof endings): Promise<boolean> => {
    try {
      const file = await host.client.chats.exportOf(id, format);
      saveFile(`${fileNameOf(title ?? words.untitled)}.${endings[format]}`, file);
      return true;
    } catch (error) {
      chat.complain(error);
      return false;
    }
  };
}
