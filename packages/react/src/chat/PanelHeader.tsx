import type { ReactNode, RefObject } from "react";
import { BackIcon, CloseIcon, ListIcon, NewIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";

export interface PanelHeaderProps {
  readonly titleId: string;
  readonly title: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** The panel's name, and the ways to the list, to a new conversation and out. */
export function PanelHeader({ titleId, title, onClose }: PanelHeaderProps) {
  const { chat, state, words } = usePanel();
  const inList = state.view === "list";
  const open = state.conversations.find(({ id }) => id === state.conversationId);
  return (
    <header className="bp-chat-header">
      {inList && (
        <HeaderButton label={words.back} onClick={chat.showConversation}>
          <BackIcon />
        </HeaderButton>
      )}
      <div className="bp-chat-titles">
        <h2 id={titleId} ref={title} tabIndex={-1}>
          {words.title}
        </h2>
        {!inList && open?.title && (
          <p>
            <bdi>{open.title}</bdi>
          </p>
        )}
      </div>
      {!inList && (
        <>
          <HeaderButton label={words.newConversation} onClick={chat.startNew}>
            <NewIcon />
          </HeaderButton>
          <HeaderButton label={words.conversations} onClick={() => chat.showList()}>
            <ListIcon />
          </HeaderButton>
        </>
      )}
      <HeaderButton label={words.close} onClick={onClose}>
        <CloseIcon />
      </HeaderButton>
    </header>
  );
}

interface HeaderButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function HeaderButton({ label, onClick, children }: HeaderButtonProps) {
  return (
    <button className="bp-chat-icon-button" type="button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
