import type { Conversation } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";

interface GuestChatsProps {
  readonly id: string;
  /** `null` where there is nothing to decide. */
  readonly onDecide: (keep: boolean | null) => void;
}

const TITLES = 5;

/**
 * Asks whether the guest's conversations come along, by their titles: on a device that people share they may be
 * somebody else's.
 */
export function GuestChats({ id, onDecide }: GuestChatsProps) {
  const { client, guestAccount } = useAuth();
  const { login: words } = useWords().screens;
  const [conversations, setConversations] = useState<readonly Conversation[]>([]);
  const [keep, setKeep] = useState(true);
  const guestId = guestAccount?.id;

  useEffect(() => {
    setConversations([]);
    if (guestId === undefined) return;
    let current = true;
    client.chats.list({ limit: 100 }).then(
      ({ items }) => current && setConversations(items),
      // Signing in must not wait for a list; without it the server's default keeps the chats.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [client, guestId]);

  const count = conversations.length;
  useEffect(() => onDecide(count > 0 ? keep : null), [count, keep, onDecide]);

  if (count === 0) return null;
  return (
    <div className="bp-guest-chats">
      <label className="bp-check">
        <input
          id={id}
          type="checkbox"
          name="keepGuestChats"
          checked={keep}
          aria-describedby={`${id}-titles`}
          onChange={(event) => setKeep(event.target.checked)}
        />
        <span>{words.keepChats({ count })}</span>
      </label>
      <ul id={`${id}-titles`}>
        {conversations.slice(0, TITLES).map(({ id: key, title }) => (
          <li key={key} dir="auto">
            {title ?? words.untitled}
          </li>
        ))}
        {count > TITLES && <li className="bp-quiet">{words.moreChats({ count: count - TITLES })}</li>}
      </ul>
    </div>
  );
}
