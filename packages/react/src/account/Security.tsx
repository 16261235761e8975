import type { SecurityEvent } from "@bookplate/client";
import { useAuth } from "../auth-context.ts";
import { useAccountWords } from "./account-words.tsx";
import { ListEnd } from "./ListEnd.tsx";
import { Moment } from "./Moment.tsx";
import { PartOfPage } from "./PartOfPage.tsx";
import { useList } from "./use-list.ts";

/** What happened to the account. */
export function Security({ arrived }: { readonly arrived: boolean }) {
  const { client } = useAuth();
  const { account } = useAccountWords();
  const { security: words } = account;
  const list = useList(client.account.activity);
  return (
    <PartOfPage title={words.title} lead={words.lead} arrived={arrived}>
      <ol className="bp-rows">
        {list.items.map((event) => (
          <Event key={event.id} event={event} />
        ))}
      </ol>
      <ListEnd list={list} count={list.items.length} empty={words.empty} />
    </PartOfPage>
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
