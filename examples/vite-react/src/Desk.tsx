import { useAuth } from "@bookplate/react";
import { Conversations } from "./Conversations.tsx";
import { Notes } from "./Notes.tsx";

/** What only a signed-in reader sees. */
export function Desk() {
  const { account } = useAuth();
  if (account === null) return null;
  return (
    // The key: whoever signs in after somebody else begins with an empty desk.
    <div className="desk" key={account.id}>
      <h1>
        Welcome, <bdi>{account.name ?? account.email}</bdi>
      </h1>
      <div className="columns">
        <Conversations />
        <Notes />
      </div>
    </div>
  );
}
