import { type ConversationRequest, REQUEST } from "./conversation-requests.ts";

/**
 * Opens the chat panel with one of the reader's conversations, from anywhere on a page that has the panel.
 *
 * @param messageId - one of its messages, such as one that a search has found
 */
export function openConversation(id: string, messageId?: string | null): void {
  dispatchEvent(new CustomEvent<ConversationRequest>(REQUEST, { detail: { id, messageId } }));
}
