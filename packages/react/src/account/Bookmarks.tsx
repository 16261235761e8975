import { type Bookmark, isProblem } from "@bookplate/client";
import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { KeptPlace } from "./KeptPlace.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { useShelfWords, WithShelfWords } from "./shelf-words.tsx";
import { useList } from "./use-list.ts";

interface BookmarksProps {
  readonly arrived: boolean;
}

/** The places of the book that the reader has kept: gone to, noted on and removed. */
export default function Bookmarks(props: BookmarksProps) {
  return (
    <WithShelfWords>
      <Places {...props} />
    </WithShelfWords>
  );
}

function Places({ arrived }: BookmarksProps) {
  const { client } = useAuth();
  const { account } = useAccountWords();
  const { bookmarks: words } = useShelfWords();
  const list = useList(client.bookmarks.list);
  const [outcome, setOutcome] = useState("");

  async function note({ id, page, anchor }: Bookmark, text: string) {
    setOutcome("");
    // Keeping a place again changes its note.
    const noted = await client.bookmarks.add({ page, ...(anchor !== null && { anchor }), note: text });
    list.change((items) => items.map((item) => (item.id === id ? noted : item)));
    setOutcome(words.noted);
  }

  async function remove({ id }: Bookmark) {
    setOutcome("");
    await client.bookmarks.remove(id).catch((error) => {
      if (!isProblem(error, "not-found")) throw error;
    });
    list.change((items) => items.filter((item) => item.id !== id));
    setOutcome(words.removed);
  }

  return (
    <PartOfPage title={account.bookmarks.title} lead={words.lead} arrived={arrived}>
      <p role="status" className="bp-outcome">
        {outcome}
      </p>
      <ul className="bp-rows">
        {list.items.map((bookmark) => (
          <KeptPlace key={bookmark.id} bookmark={bookmark} onNote={note} onRemove={remove} />
        ))}
      </ul>
      <ListEnd list={list} count={list.items.length} empty={words.empty} />
    </PartOfPage>
  );
}
