import type { SecurityEvent } from "@bookplate/client";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Moment } from "./Moment.tsx";
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
          <Event key={event.id} event={event} />
        ))}
      </ol>
      <ListEnd list={list} count={list.items.length} empty={account.security.empty} />
    </Section>
  );
}

function Event({ event }: { readonly event: SecurityEvent }) {
  const { activity } = useAccountWords();
  const isNewDevice = event.kind === "signed-in" && event.detail.newDevice === true;
  const sentences: Readonly<Record<string, string>> = activity.kinds;
  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <strong>{isNewDevice ? activity.signedInOnNewDevice : (sentences[event.kind] ?? event.kind)}</strong>
        <span className="bp-quiet">
          <Moment at={event.at} />
        </span>
        {event.ip !== null && (
          <span className="bp-quiet">
            <bdi dir="ltr">{event.ip}</bdi>
          </span>
        )}
      </div>
    </li>
  );
}
