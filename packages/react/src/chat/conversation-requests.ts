/** Somebody wants to see a conversation in the panel. */
export interface ConversationRequest {
  readonly id: string;
  /** Where in it; at its end where nothing is said. */
  readonly messageId?: string | null | undefined;
}

export const REQUEST = "bookplate:open-conversation";

/** @returns stops following */
export function followConversationRequests(follow: (request: ConversationRequest) => void): () => void {
  const hear = (event: Event) => {
    if (event instanceof CustomEvent) follow(event.detail);
  };
  addEventListener(REQUEST, hear);
  return () => removeEventListener(REQUEST, hear);
}
