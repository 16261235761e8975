import { type ChatToolsWords, loadChatToolsWords } from "@bookplate/messages/chat-tools";
import type { ReactNode } from "react";
import { override } from "./overrides.ts";
import { createWordsPart, useWordsPart, WithPart } from "./words-part.tsx";

const part = createWordsPart<ChatToolsWords>({
  load: loadChatToolsWords,
  override: (words, messages) => override(words, messages.chatTools),
});

/** Brings the words of the chat panel's rarer parts. */
export const WithChatToolsWords = ({ children }: { readonly children: ReactNode }) => (
  <WithPart part={part}>{children}</WithPart>
);

/** These words, inside {@link WithChatToolsWords}. */
export const useChatToolsWords = (): ChatToolsWords => useWordsPart(part);
