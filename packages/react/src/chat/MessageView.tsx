import { lazy, memo, useCallback, useId } from "react";
import { Lazily } from "../Lazily.tsx";
import { Answer } from "./Answer.tsx";
import { followBookLink } from "./book-links.ts";
import type { Message } from "./chat-client.ts";
import { usePanel } from "./panel-context.ts";
import { Sources } from "./Sources.tsx";

// Nobody judges an answer before there is one.
const AnswerTools = lazy(() => import("./tools/AnswerTools.tsx"));

export interface MessageViewProps {
  readonly message: Message;
  /** Whether the answer is being waited for right now. */
  readonly busy: boolean;
}

/** One question or answer. Nothing in it is a live region: an answer that streams would be read out word by word. */
export const MessageView = memo(function MessageView({ message, busy }: MessageViewProps) {
  const { words } = usePanel();
  const speaker = useId();
  return (
    <article
      className="bp-chat-message"
      data-message={message.id}
      data-role={message.role}
      aria-labelledby={speaker}
      aria-busy={busy}
      tabIndex={-1}
    >
      <h3 className="bp-chat-speaker" id={speaker}>
        {message.role === "user" ? words.you : words.book}
      </h3>
      {message.status === "hidden" ? (
        <p className="bp-chat-note">{words.hidden}</p>
      ) : message.role === "user" ? (
        <p className="bp-chat-question" dir="auto">
          {message.content}
        </p>
      ) : (
        <AnswerContent message={message} busy={busy} />
      )}
    </article>
  );
});

function AnswerContent({ message, busy }: MessageViewProps) {
  const { words, navigate, makeRoom, atOnce } = usePanel();
  const follow = useCallback(
    (event: MouseEvent) => {
      if (followBookLink(event, navigate)) makeRoom();
    },
    [navigate, makeRoom],
  );
  const shown = busy && atOnce ? "" : message.content;
  return (
    <>
      <Answer markdown={shown} onClick={follow} />
      {busy && shown === "" && <p className="bp-chat-note bp-chat-waiting">{words.answering}</p>}
      {!busy && <Sources sources={message.sources} onClick={follow} />}
      {message.status === "failed" && <p className="bp-chat-note">{words.answerFailed}</p>}
      {message.status !== "streaming" && message.content !== "" && (
        <div className="bp-chat-below">
          <Lazily>
            <AnswerTools message={message} />
          </Lazily>
        </div>
      )}
    </>
  );
}
