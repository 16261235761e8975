import { clockTime } from "../words/times.ts";
import { CloseIcon } from "./icons.tsx";
import { usePanel } from "./panel-context.ts";

/** What went wrong. The box is there, empty, before it is needed: a region that appears with its text is not read. */
export function ProblemNotice() {
  const { chat, state, host, words, locale } = usePanel();
  const { problem } = state;
  const time = problem?.until ? clockTime(problem.until, locale) : null;
  const offersRegistering = problem?.code === "quota-exceeded" && host.reader?.kind === "guest";
  return (
    <div className="bp-chat-alert" role="alert">
      {problem !== null && (
        <div className="bp-chat-notice" data-kind="problem">
          <p>{words.problems[problem.code]({ time })}</p>
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
  if (host.reader?.kind !== "guest" || host.reader.id === null || !hasChats) return null;
  return (
    <div className="bp-chat-notice" data-kind="guest">
      <p>{words.guest}</p>
      <button className="bp-chat-button" type="button" onClick={host.openRegister}>
        {words.register}
      </button>
    </div>
  );
}
