import { clockTime, timeUntil } from "../words/times.ts";
import type { ChatProblem } from "./chat-problem.ts";
import { CloseIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";

/** Whether nothing can be asked for now. Some of what everybody together may ask is kept for accounts. */
const isSpent = (problem: ChatProblem | null): boolean =>
  problem?.code === "quota-exceeded" || problem?.code === "budget-spent";

/** What went wrong. The box is there, empty, before it is needed: a region that appears with its text is not read. */
export function ProblemNotice() {
  const { chat, state, host, words, locale } = usePanel();
  const { problem } = state;
  const time = problem?.until ? clockTime(problem.until, locale) : null;
  const wait = problem?.until ? timeUntil(problem.until, locale) : "";
  const offersRegistering = isSpent(problem) && host.reader?.kind === "guest";
  return (
    <div className="bp-chat-alert" role="alert">
      {problem !== null && (
        <div className="bp-chat-notice" data-kind="problem">
          <p>{words.problems[problem.code]({ time, wait })}</p>
          {problem.code === "signed-out" && (
            <button className="bp-chat-button" type="button" onClick={host.openLogin}>
              {words.signIn}
            </button>
          )}
          {offersRegistering && (
            <button className="bp-chat-button" type="button" onClick={host.openRegister}>
              {words.register}
            </button>
          )}
          <button
            className="bp-chat-icon-button"
            type="button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={chat.dismissProblem}
          >
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  );
}

/** One line for guests who have something to lose. */
export function GuestNotice() {
  const { state, host, words } = usePanel();
  const hasChats = state.messages.length > 0 || state.conversations.length > 0;
  // At a limit the notice of it offers the same.
  if (host.reader?.kind !== "guest" || host.reader.id === null || !hasChats || isSpent(state.problem))
    return null;
  return (
    <div className="bp-chat-notice" data-kind="guest">
      <p>{words.guest}</p>
      <button className="bp-chat-button" type="button" onClick={host.openRegister}>
        {words.register}
      </button>
    </div>
  );
}
