import type { ChatClient } from "./chat-client.ts";
import { chatReducer } from "./chat-reducer.ts";
import { type ChatAction, type ChatState, EMPTY_CHAT } from "./chat-state.ts";

/** What the panel's flows share: the state, the calls, and the signal that ends work nobody waits for any more. */
export interface ChatDesk {
  readonly client: ChatClient;
  getSnapshot(): ChatState;
  subscribe(listener: () => void): () => void;
  dispatch(action: ChatAction): void;
  /** Ends with the conversation on the screen: what arrives for another one is dropped. */
  threadSignal(): AbortSignal;
  /** Ends with the reader: what arrives for the last one is never shown to the next. */
  readerSignal(): AbortSignal;
  leaveThread(): void;
  leaveReader(): void;
  /** Tells the reader's other tabs that something is new in a conversation, so that they look. */
  readonly tellTabs: (conversationId: string) => void;
}

export function createDesk(client: ChatClient, tellTabs: (conversationId: string) => void): ChatDesk {
  let state = EMPTY_CHAT;
  let thread = new AbortController();
  let reader = new AbortController();
  const listeners = new Set<() => void>();

  const leaveThread = () => {
    thread.abort();
    thread = new AbortController();
  };

  return {
    client,
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(action) {
      const next = chatReducer(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    threadSignal: () => thread.signal,
    readerSignal: () => reader.signal,
    leaveThread,
    tellTabs,
    leaveReader() {
      leaveThread();
      reader.abort();
      reader = new AbortController();
    },
  };
}
