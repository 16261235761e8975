/** Somebody wants to see a conversation in the panel. */
export interface ConversationRequest {
  readonly id: string;
}

const REQUEST = "bookplate:open-conversation";

/** Opens the chat panel with one of the reader's conversations, from anywhere on a page that has the panel. */
export function openConversation(id: string): void {
  dispatchEvent(new CustomEvent<ConversationRequest>(REQUEST, { detail: { id } }));
}

/** @returns stops following */
export function followConversationRequests(follow: (request: ConversationRequest) => void): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent) follow(event.detail);
  };
  addEventListener(REQUEST, hear);
  return () => removeEventListener(REQUEST, hear);
}
