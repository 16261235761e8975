import { timeAgo } from "../words/time-ago.ts";
import { useAccountWords } from "./account-words.tsx";

interface MomentProps {
  /** ISO 8601. */
  readonly at: string;
  /** Puts "2 hours ago" into a sentence. */
  readonly say?: (when: { readonly ago: string }) => string;
}

/** How long ago something was, and when. */
export function Moment({ at, say = ({ ago }) => ago }: MomentProps) {
  const { account: words, locale } = useAccountWords();
  const moment = new Date(at);
  return (
    <time dateTime={at}>
      {say({ ago: timeAgo(moment, locale) ?? words.justNow })} · {momentIn(moment, locale)}
    </time>
  );
}

/** @param locale - BCP 47 tag */
export const momentIn = (moment: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(moment);
