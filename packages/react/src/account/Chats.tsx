import { type Conversation, isProblem, type ListQuery } from "@bookplate/client";
import { useCallback, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { Chat, type Excerpt } from "./Chat.tsx";
import { ChatSearch } from "./ChatSearch.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { useShelfWords, WithShelfWords } from "./shelf-words.tsx";
import { Usage } from "./Usage.tsx";
import { useList } from "./use-list.ts";

interface ChatsProps {
  readonly arrived: boolean;
  /** Shows a conversation in the chat panel, where the site has one. */
  readonly openConversation: ((id: string, messageId?: string | null) => void) | undefined;
}

/** The reader's conversations: found, opened, renamed, taken along and deleted; and how much may still be asked. */
export default function Chats(props: ChatsProps) {
  return (
    <WithShelfWords>
      <Conversations {...props} />
    </WithShelfWords>
  );
}

/** A conversation of the list, and where the searched words stand in it. */
interface Row {
  readonly id: string;
  readonly conversation: Conversation;
  readonly excerpt: Excerpt | null;
}

function Conversations({ arrived, openConversation }: ChatsProps) {
  const { client } = useAuth();
  const { chats: words } = useAccountWords().account;
  const { chats: more } = useShelfWords();
  const [searched, setSearched] = useState("");
  const [outcome, setOutcome] = useState("");
  const read = useCallback(
    async (query: ListQuery) => {
      if (searched === "") {
        const page = await client.chats.list(query);
        return { ...page, items: page.items.map((conversation) => toRow({ conversation })) };
      }
      let page = await client.chats.search({ q: searched, ...query });
      // A page of a long history may hold nothing, and more may follow.
      while (page.items.length === 0 && page.nextCursor !== null) {
        page = await client.chats.search({ q: searched, cursor: page.nextCursor });
      }
      const items = page.items.map(({ conversation, messageId, excerpt }) =>
        // Of a conversation that is found by its title, the title says it all.
        toRow({
          conversation,
          ...(messageId !== null && { excerpt: { text: excerpt, searched, messageId } }),
        }),
      );
      return { ...page, items };
    },
    [client, searched],
  );
  const list = useList<Row>(read);

  async function rename(id: string, title: string) {
    const conversation = await client.chats.rename(id, title);
    list.change((rows) => rows.map((row) => (row.conversation.id === id ? { ...row, conversation } : row)));
    setOutcome(words.renamed);
  }

  async function remove({ id }: Conversation) {
    setOutcome("");
    await client.chats.remove(id).catch((error) => {
      // Deleted already, in another tab say: what the reader wanted is so.
      if (!isProblem(error, "not-found")) throw error;
    });
    list.change((rows) => rows.filter(({ conversation }) => conversation.id !== id));
    setOutcome(words.removed);
  }

  const empty = searched === "" ? words.empty : more.nothingFound({ words: searched });
  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      <Usage />
      {(searched !== "" || list.items.length > 0) && <ChatSearch onSearch={setSearched} />}
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <ul className="bp-rows" aria-busy={list.reading}>
        {list.items.map(({ id, conversation, excerpt }) => (
          <Chat
            key={id}
            conversation={conversation}
            excerpt={excerpt}
            onOpen={openConversation}
            onRename={rename}
            onRemove={remove}
            onOutcome={setOutcome}
          />
        ))}
      </ul>
      <ListEnd list={list} count={list.items.length} empty={empty} />
    </PartOfPage>
  );
}

const toRow = ({ conversation, excerpt = null }: Pick<Row, "conversation"> & Partial<Row>): Row => ({
  id: conversation.id,
  conversation,
  excerpt,
});
