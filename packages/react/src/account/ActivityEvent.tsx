import type { SecurityEvent } from "@bookplate/client";
import { useAccountWords } from "./account-words.tsx";
import { Moment } from "./Moment.tsx";

/** What happened, when and from where; and where others acted, what they are and what they gave as their reason. */
export function ActivityEvent({ event }: { readonly event: SecurityEvent }) {
  const { activity } = useAccountWords();
  const isNewDevice = event.kind === "signed-in" && event.detail.newDevice === true;
  const sentences: Readonly<Record<string, string>> = activity.kinds;
  const actors: Readonly<Record<string, string>> = activity.by;
  const by = actors[event.actor];
  return (
    <li className="bp-row">
      <div className="bp-row-facts">
        <strong>{isNewDevice ? activity.signedInOnNewDevice : (sentences[event.kind] ?? event.kind)}</strong>
        {by !== undefined && <span className="bp-quiet">{by}</span>}
        {event.reason !== null && (
          <span>
            {activity.reason} <bdi>{event.reason}</bdi>
          </span>
        )}
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
