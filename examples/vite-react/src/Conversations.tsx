import type { Conversation } from "@bookplate/client";
import { useAuth } from "@bookplate/react";
import { useEffect, useState } from "react";
import { explain } from "./explain.ts";

/** The reader's conversations: a call of Bookplate's own API, typed from its OpenAPI document. */
export function Conversations() {
  const { client } = useAuth();
  const [conversations, setConversations] = useState<Conversation[]>();
  const [failure, setFailure] = useState("");

  useEffect(() => {
    client.chats.list({ limit: 20 }).then(
      ({ items }) => setConversations(items),
      (error) => setFailure(explain(error)),
    );
  }, [client]);

  return (
    <section aria-labelledby="conversations">
      <h2 id="conversations">Your conversations</h2>
      {failure !== "" && <p role="alert">{failure}</p>}
      {conversations?.length === 0 && <p className="quiet">None yet. Ask the book something.</p>}
      <ul className="cards">
        {conversations?.map(({ id, title, updatedAt }) => (
          <li key={id}>
            <strong dir="auto">{title ?? "Untitled"}</strong>
            <time dateTime={updatedAt}>{new Date(updatedAt).toLocaleString()}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
