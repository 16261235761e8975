import type { QuotaUsage } from "@bookplate/client";
import { useEffect, useState } from "react";
import { useChatToolsWords, WithChatToolsWords } from "../../words/chat-tools-words.tsx";
import { clockTime, timeUntil } from "../../words/times.ts";
import { usePanel } from "../panel-context.ts";
import { tightest } from "./tightest.ts";

/** Milliseconds that a timer can wait at most. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What is left of the reader's quotas, said before it is gone. */
export default function Quota() {
  return (
    <WithChatToolsWords>
      <p className="bp-chat-hint" role="status">
        <Left />
      </p>
    </WithChatToolsWords>
  );
}

function Left() {
  const { state, locale } = usePanel();
  const { quota: words } = useChatToolsWords();
  const tight = tightest(useUsage());
  // A refusal says the same, and stands right above.
  if (tight === null || state.problem?.code === "quota-exceeded") return null;
  const { quota, used, limit, limitOfAccounts = limit, resetAt } = tight;
  const accountsHaveMore = limitOfAccounts === null || limitOfAccounts > limit;
  const left = Math.max(0, limit - used);
  const when = { time: clockTime(new Date(resetAt), locale), wait: timeUntil(new Date(resetAt), locale) };
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(left / limit);
  const ofMessages = left > 0 ? words.messagesLeft({ count: left, ...when }) : words.messagesGone(when);
  const ofTokens = left > 0 ? words.tokensLeft({ percent, ...when }) : words.tokensGone(when);
  return (
    <>
      {quota === "messages" ? ofMessages : ofTokens} {accountsHaveMore && words.register}
    </>
  );
}

/** The reader's quotas, read again after each answer, each refusal, and when one begins anew. */
function useUsage(): readonly QuotaUsage[] {
  const { state, host } = usePanel();
  const { usage: calls } = host.client;
  const [usage, setUsage] = useState<readonly QuotaUsage[]>([]);
  const [renewals, setRenewals] = useState(0);
  const readerId = host.reader?.id;
  const occasion = `${readerId} ${state.answersReady} ${state.problem?.code} ${renewals}`;

  useEffect(() => {
    void occasion;
    let current = true;
    calls.list().then(
      (items) => current && setUsage(items),
      // What is left is advice: the server counts all the same.
      () => {},
    );
    return () => {
      current = false;
    };
  }, [calls, occasion]);

  const next = Math.min(...usage.map(({ resetAt }) => Date.parse(resetAt)));
  useEffect(() => {
    const wait = next - Date.now();
    if (wait <= 0 || wait > LONGEST_TIMER) return;
    const timer = setTimeout(() => setRenewals((count) => count + 1), wait);
    return () => clearTimeout(timer);
  }, [next]);

  return usage;
}
