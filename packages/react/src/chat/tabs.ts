/** The reader's other tabs: told which conversation has something new, and nothing of what. */
export interface ChatTabs {
  readonly tell: (conversationId: string) => void;
  /** @returns stops following */
  readonly follow: (hear: (conversationId: string) => void) => () => void;
}

/** @param name - the book's own: two books on one origin do not hear each other */
export function createChatTabs(name: string): ChatTabs {
  let channel: BroadcastChannel | undefined;
  return {
    tell: (conversationId) => channel?.postMessage(conversationId),
    follow(hear) {
      if (typeof BroadcastChannel === "undefined") return () => {};
      const joined = new BroadcastChannel(name);
      channel = joined;
      joined.onmessage = ({ data }: { readonly data: string }) => hear(data);
      return () => {
        joined.close();
        if (channel === joined) channel = undefined;
      };
    },
  };
}
