import { useChat } from "@ai-sdk/react";
import type { Client, Message } from "@bookplate/client";
import { DefaultChatTransport, type UIMessage } from "ai";
import { useRef, useState } from "react";

const api = "/api/v1";

/** @param findAnswer - the id of the newest answer, from its stream or from the stored messages */
export function createChatTransport(client: Client, findAnswer: () => string | undefined) {
  return new DefaultChatTransport<UIMessage>({
    fetch: client.fetch,
    prepareSendMessagesRequest: ({ id, messages, trigger }) => {
      const question = messages.findLast(({ role }) => role === "user");
      const content = question?.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
      // Under its own id a question counts once, however often it is sent; asking again is another question.
      const name = trigger === "submit-message" ? { id: question?.id } : {};
      return { api: `${api}/conversations/${id}/messages`, body: { ...name, content } };
    },
    prepareReconnectToStreamRequest: () => ({ api: `${api}/messages/${findAnswer()}/stream` }),
  });
}

/** A stored message as `useChat` keeps it. */
export function toUiMessage({ id, role, content, sources }: Message): UIMessage {
  const cited = sources.map(({ title, url }) => ({ type: "source-url" as const, sourceId: url, url, title }));
  return { id, role, parts: [...cited, { type: "text", text: content }] };
}

export function Chat({ client, id, stored }: { client: Client; id: string; stored: UIMessage[] }) {
  const answer = useRef<string>(undefined);
  const [transport] = useState(() => createChatTransport(client, () => answer.current));
  const chat = useChat({ id, messages: stored, transport, resume: stored.length > 0 });
  answer.current = chat.messages.findLast(({ role }) => role === "assistant")?.id;

  return (
    <>
      <ol>
        {chat.messages.map(({ id: key, role, parts }) => (
          <li key={key} data-role={role}>
            {parts.map((part) => (part.type === "text" ? part.text : "")).join("")}
          </li>
        ))}
      </ol>
      <p role="status">{chat.status}</p>
      {chat.error && <p role="alert">{chat.error.message}</p>}
      <button type="button" onClick={() => void chat.sendMessage({ text: "How do I light the lamp?" })}>
        Ask
      </button>
      <button type="button" onClick={() => answer.current && void client.chats.stop(answer.current)}>
        Stop
      </button>
    </>
  );
}
