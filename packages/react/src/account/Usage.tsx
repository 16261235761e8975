import type { QuotaUsage } from "@bookplate/client";
import { useId } from "react";
import { useAuth } from "../auth-context.ts";
import { clockTime } from "../words/times.ts";
import { useAccountWords } from "./account-words.tsx";
import { useShelfWords } from "./shelf-words.tsx";
import { useReading } from "./use-reading.ts";

/** How much of what may be asked is used, before it is gone. Nothing where nothing is limited, or it cannot be read. */
export function Usage() {
  const { client } = useAuth();
  const { usage: words } = useShelfWords();
  const id = useId();
  const { value } = useReading(client.usage.list);
  const known = value?.filter(({ quota }) => quota === "messages" || quota === "tokens") ?? [];
  if (known.length === 0) return null;
  return (
    <section className="bp-usage" aria-labelledby={id}>
      <h3 id={id}>{words.title}</h3>
      {known.map((quota) => (
        <Quota key={quota.quota} {...quota} />
      ))}
    </section>
  );
}

function Quota({ quota, used, limit, resetAt }: QuotaUsage) {
  const { locale } = useAccountWords();
  const { usage: words } = useShelfWords();
  const number = new Intl.NumberFormat(locale);
  const say = quota === "tokens" ? words.tokens : words.messages;
  return (
    <div>
      <p>{say({ used: number.format(used), count: limit })}</p>
      {/* The sentence says it all; this is for the eye. */}
      <meter aria-hidden="true" min={0} max={limit} value={Math.min(used, limit)} />
      <p className="bp-hint">
        {words.anew({ time: clockTime(new Date(resetAt), locale) })}
        {quota === "tokens" && <> {words.tokensHint}</>}
      </p>
    </div>
  );
}
