import { useAuth } from "../auth-context.ts";
import { ActivityEvent } from "./ActivityEvent.tsx";
import { useAccountWords } from "./account-words.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Section } from "./Section.tsx";
import { useList } from "./use-list.ts";

/** What happened to the account. */
export function Activity() {
  const { client } = useAuth();
  const { account, safety } = useAccountWords();
  const list = useList(client.account.activity);
  return (
    <Section title={safety.activity.title}>
      <p className="bp-quiet">{safety.activity.lead}</p>
      <ol className="bp-rows">
        {list.items.map((event) => (
          <ActivityEvent key={event.id} event={event} />
        ))}
      </ol>
      <ListEnd list={list} count={list.items.length} empty={account.security.empty} />
    </Section>
  );
}
