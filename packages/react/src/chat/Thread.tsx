import { useEffect } from "react";
import { isBeingWritten, isComing } from "./chat-reducer.ts";
import { EmptyThread } from "./EmptyThread.tsx";
import { MessageView } from "./MessageView.tsx";
import { usePanel } from "./panel-context.ts";
import { useStickToEnd } from "./use-stick-to-end.ts";

/** The conversation on the screen, from its first question to the answer that is being written. */
export function Thread() {
  const { chat, state, words } = usePanel();
  const { messages, answer, thread, conversationId, wantedMessage } = state;
  const questions = messages.filter(({ role }) => role === "user").length;
  const end = useStickToEnd(messages, answer, `${conversationId} ${questions}`);
  const busy = isComing(state);
  const last = messages.at(-1);
  const isCut = answer === "broken" || (answer === "idle" && isBeingWritten(messages));

  const { scroller } = end;
  useEffect(() => {
    if (wantedMessage === null || thread === "reading") return;
    const wanted = `[data-message="${CSS.escape(wantedMessage)}"]`;
    goTo(scroller.current?.querySelector<HTMLElement>(wanted));
    chat.arrive();
  }, [chat, scroller, thread, wantedMessage]);

  return (
    <div className="bp-chat-thread">
      <section
        className="bp-chat-scroll"
        ref={end.scroller}
        onScroll={end.onScroll}
        aria-label={words.conversation}
      >
        {thread === "reading" && <p className="bp-chat-note">{words.loading}</p>}
        {thread === "failed" && conversationId !== null && (
          <button className="bp-chat-button" type="button" onClick={() => chat.open(conversationId)}>
            {words.tryAgain}
          </button>
        )}
        {thread === "read" && messages.length === 0 && <EmptyThread />}
        {messages.map((message) => (
          <MessageView key={message.id} message={message} busy={busy && message === last} />
        ))}
        {isCut && <BrokenAnswer />}
        {answer === "idle" && last?.status === "failed" && (
          <div className="bp-chat-actions">
            <button className="bp-chat-button" type="button" onClick={() => chat.askAgain()}>
              {words.askAgain}
            </button>
          </div>
        )}
      </section>
      {end.hasNewText && (
        <button className="bp-chat-button bp-chat-new-text" type="button" onClick={end.goToEnd}>
          {words.newText}
        </button>
      )}
    </div>
  );
}

/** Shows a message from its beginning, marked for as long as the reader is at it. */
function goTo(message: HTMLElement | null | undefined): void {
  if (!message) return;
  message.dataset.wanted = "";
  message.addEventListener("blur", () => delete message.dataset.wanted, { once: true });
  message.focus({ preventScroll: true });
  message.scrollIntoView();
}

function BrokenAnswer() {
  const { chat, words } = usePanel();
  return (
    <div className="bp-chat-broken">
      <p className="bp-chat-note">{words.answerBroken}</p>
      <div className="bp-chat-actions">
        <button className="bp-chat-button" type="button" onClick={() => chat.resume()}>
          {words.continueReading}
        </button>
        <button className="bp-chat-button" type="button" onClick={() => chat.askAgain()}>
          {words.askAgain}
        </button>
      </div>
    </div>
  );
}
