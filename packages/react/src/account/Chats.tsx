import { type Conversation, isProblem } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { Chat } from "./Chat.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { useList } from "./use-list.ts";

interface ChatsProps {
  readonly arrived: boolean;
  /** Shows a conversation in the chat panel, where the site has one. */
  readonly openConversation: ((id: string) => void) | undefined;
}

/** The reader's conversations: opened, renamed and deleted. */
export function Chats({ arrived, openConversation }: ChatsProps) {
  const { client } = useAuth();
  const { chats: words } = useAccountWords().account;
  const list = useList(client.chats.list);
  const [outcome, setOutcome] = useState("");

  async function rename(id: string, title: string) {
    const renamed = await client.chats.rename(id, title);
    list.change((items) => items.map((item) => (item.id === id ? renamed : item)));
    setOutcome(words.renamed);
  }

  async function remove({ id }: Conversation) {
    setOutcome("");
    await client.chats.remove(id).catch((error) => {
      // Deleted already, in another tab say: what the reader wanted is so.
      if (!isProblem(error, "not-found")) throw error;
    });
    list.change((items) => items.filter((item) => item.id !== id));
    setOutcome(words.removed);
  }

  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <ul className="bp-rows">
        {list.items.map((conversation) => (
          <Chat
            key={conversation.id}
            conversation={conversation}
            onOpen={openConversation}
            onRename={rename}
            onRemove={remove}
          />
        ))}
      </ul>
      <ListEnd list={list} count={list.items.length} empty={words.empty} />
    </PartOfPage>
  );
}
