import type { ChatMessages } from "@bookplate/messages/chat";
import { createContext, useContext } from "react";
import type { Navigate } from "./book-links.ts";
import type { Chat } from "./chat.ts";
import type { ChatState } from "./chat-state.ts";
import type { ChatHost } from "./use-chat-host.ts";

/** What every part of the open panel may need. */
export interface PanelContext {
  readonly chat: Chat;
  readonly state: ChatState;
  readonly host: ChatHost;
  readonly words: ChatMessages;
  /** BCP 47 tag for times: the page's, unless the words are in another language for want of a translation. */
  readonly locale: string;
  readonly suggestions: readonly string[];
  readonly navigate: Navigate;
  /** Path of the page on the screen. */
  readonly currentPage: () => string;
  /** Whether answers are shown when they are complete, and not as they come. */
  readonly atOnce: boolean;
  readonly setAtOnce: (atOnce: boolean) => void;
  /** Closes the panel where it covers the page, so that a followed link is seen. */
  readonly makeRoom: () => void;
}

export const PanelContext = createContext<PanelContext | null>(null);

/** @throws Error outside of `Panel` */
export function usePanel(): PanelContext {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error("This part of the chat is used outside of Panel. Render it inside.");
  return panel;
}
