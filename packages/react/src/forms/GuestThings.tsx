import type { Conversation } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useClaimsWords, WithClaimsWords } from "../words/claims-words.tsx";

export interface GuestThingsProps {
  readonly id: string;
  /** `null` while there is nothing to decide: the question then comes after the sign-in, if there is one. */
  readonly onDecide: (keep: boolean | null) => void;
}

const TITLES = 5;

/**
 * Asks whether the guest's things come along, conversations by their titles: on a device that people share they may be
 * somebody else's.
 */
export default function GuestThings(props: GuestThingsProps) {
  return (
    <WithClaimsWords>
      <Question {...props} />
    </WithClaimsWords>
  );
}

function Question({ id, onDecide }: GuestThingsProps) {
  const { client } = useAuth();
  const words = useClaimsWords();
  const [conversations, setConversations] = useState<readonly Conversation[]>([]);
  const [bookmarks, setBookmarks] = useState(0);
  const [keep, setKeep] = useState(true);

  useEffect(() => {
    let current = true;
    async function read() {
      const all = { limit: 100 };
      const chats = await client.chats.list(all);
      if (current) setConversations(chats.items);
      const marks = await client.bookmarks.list(all);
      if (current) setBookmarks(marks.items.length);
    }
    // Signing in waits for no list. What cannot be shown here is asked about afterwards.
    read().catch(() => {});
    return () => {
      current = false;
    };
  }, [client]);

  const count = conversations.length;
  const any = count + bookmarks > 0;
  useEffect(() => {
    onDecide(any ? keep : null);
    return () => onDecide(null);
  }, [any, keep, onDecide]);

  if (!any) return null;
  return (
    <div className="bp-guest-chats">
      <label className="bp-check">
        <input
          id={id}
          type="checkbox"
          name="keepGuestChats"
          checked={keep}
          aria-describedby={count > 0 ? `${id}-titles` : undefined}
          onChange={(event) => setKeep(event.target.checked)}
        />
        <span>{count > 0 ? words.keepChats({ count }) : words.keepBookmarks({ count: bookmarks })}</span>
      </label>
      {count > 0 && (
        <ul id={`${id}-titles`}>
          {conversations.slice(0, TITLES).map(({ id: key, title }) => (
            <li key={key} dir="auto">
              {title ?? words.untitled}
            </li>
          ))}
          {count > TITLES && <li className="bp-quiet">{words.moreChats({ count: count - TITLES })}</li>}
          {bookmarks > 0 && <li className="bp-quiet">{words.alsoBookmarks({ count: bookmarks })}</li>}
        </ul>
      )}
    </div>
  );
}
