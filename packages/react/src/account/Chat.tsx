import type { Conversation } from "@bookplate/client";
import { markedParts } from "../chat/list/marked-parts.ts";
import { useAccountWords } from "./account-words.tsx";
import { ChatExport } from "./ChatExport.tsx";
import { Confirmation } from "./Confirmation.tsx";
import { Moment } from "./Moment.tsx";
import { NewName } from "./NewName.tsx";
import { useShelfWords } from "./shelf-words.tsx";
import { useReturningFocus } from "./use-returning-focus.ts";

/** Characters that a title may have. */
const TITLE_LENGTH = 120;

/** The searched words where they stand in a conversation. */
export interface Excerpt {
  readonly text: string;
  readonly searched: string;
  readonly messageId: string;
}

interface ChatProps {
  readonly conversation: Conversation;
  readonly excerpt: Excerpt | null;
  readonly onOpen: ((id: string, messageId?: string | null) => void) | undefined;
  readonly onRename: (id: string, title: string) => Promise<void>;
  readonly onRemove: (conversation: Conversation) => Promise<void>;
  readonly onOutcome: (outcome: string) => void;
}

/** One conversation in the list. */
export function Chat({ conversation, excerpt, onOpen, onRename, onRemove, onOutcome }: ChatProps) {
  const { chats: words } = useAccountWords().account;
  const { chats: more } = useShelfWords();
  const { doing, begin, stop } = useReturningFocus<"renaming" | "exporting" | "removing">();
  const title = conversation.title ?? words.untitled;

  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        {onOpen === undefined ? (
          <strong dir="auto">{title}</strong>
        ) : (
          <button
            type="button"
            className="bp-link bp-row-title"
            dir="auto"
            aria-label={words.open({ title })}
            onClick={() => onOpen(conversation.id, excerpt?.messageId)}
          >
            {title}
          </button>
        )}
        {excerpt !== null && (
          <span dir="auto">
            {markedParts(excerpt.text, excerpt.searched).map(({ start, part, marked }) =>
              marked ? <mark key={start}>{part}</mark> : <span key={start}>{part}</span>,
            )}
          </span>
        )}
        <span className="bp-quiet">
          <Moment at={conversation.updatedAt} say={words.lastUsed} />
        </span>
      </div>
      <div className="bp-row-actions" hidden={doing !== null}>
        <button
          type="button"
          className="bp-link"
          aria-label={words.renameNamed({ title })}
          onClick={(event) => begin("renaming", event.currentTarget)}
        >
          {words.rename}
        </button>
        <button
          type="button"
          className="bp-link"
          aria-label={more.exportNamed({ title })}
          onClick={(event) => begin("exporting", event.currentTarget)}
        >
          {more.export}
        </button>
        <button
          type="button"
          className="bp-link"
          aria-label={words.removeNamed({ title })}
          onClick={(event) => begin("removing", event.currentTarget)}
        >
          {words.remove}
        </button>
      </div>
      {doing === "renaming" && (
        <NewName
          field="title"
          label={words.newTitle}
          current={conversation.title ?? ""}
          maxLength={TITLE_LENGTH}
          onCancel={stop}
          onRename={async (wanted) => {
            await onRename(conversation.id, wanted);
            stop();
          }}
        />
      )}
      {doing === "exporting" && (
        <ChatExport
          conversation={conversation}
          onCancel={stop}
          onSaved={() => {
            stop();
            onOutcome(more.exported);
          }}
        />
      )}
      {doing === "removing" && (
        <Confirmation
          question={words.removeQuestion}
          label={words.remove}
          act={() => onRemove(conversation)}
          onCancel={stop}
        />
      )}
    </li>
  );
}
