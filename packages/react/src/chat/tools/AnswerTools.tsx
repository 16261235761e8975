import { type ReactNode, useRef, useState } from "react";
import { useChatToolsWords, WithChatToolsWords } from "../../words/chat-tools-words.tsx";
import type { Message, NewReport, Rating } from "../chat-client.ts";
import { usePanel } from "../panel-context.ts";
import { CommentForm } from "./CommentForm.tsx";
import { ReportForm } from "./ReportForm.tsx";
import { FlagIcon, ThumbIcon } from "./tool-icons.tsx";

export interface AnswerToolsProps {
  readonly message: Message;
}

/** What a reader can say about an answer: whether it helped, and that moderators should see it. */
export default function AnswerTools(props: AnswerToolsProps) {
  return (
    <WithChatToolsWords>
      <Tools {...props} />
    </WithChatToolsWords>
  );
}

function Tools({ message: { id, feedback = null, reported = false } }: AnswerToolsProps) {
  const { chat, host } = usePanel();
  const { chats } = host.client;
  const { feedback: words, report: reportWords } = useChatToolsWords();
  const [open, setOpen] = useState<"nothing" | "comment" | "report">("nothing");
  const [outcome, setOutcome] = useState("");
  const down = useRef<HTMLButtonElement>(null);
  const report = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLParagraphElement>(null);

  /** @returns whether it is stored; why not is the panel's notice */
  async function rate(wanted: Rating | null, comment?: string): Promise<boolean> {
    // Shown at once; taken back where the server does not have it.
    chat.changeMessage(id, { feedback: wanted });
    setOutcome("");
    try {
      await chats.feedback(id, wanted, comment);
      return true;
    } catch (error) {
      chat.changeMessage(id, { feedback });
      chat.complain(error);
      return false;
    }
  }
  async function press(rating: Rating) {
    const wanted = feedback === rating ? null : rating;
    setOpen("nothing");
    if (!(await rate(wanted)) || wanted === null) return;
    if (wanted === "down") setOpen("comment");
    else setOutcome(words.thanks);
  }
  async function comment(text: string) {
    if (!(await rate("down", text))) return;
    finish(words.thanks);
  }
  async function send(wanted: NewReport) {
    try {
      await chats.report(id, wanted);
    } catch (error) {
      chat.complain(error);
      return;
    }
    chat.changeMessage(id, { reported: true });
    finish(reportWords.reported);
  }
  /** The form goes, and with it the button that has the focus: the sentence takes it. */
  function finish(sentence: string) {
    setOpen("nothing");
    setOutcome(sentence);
    status.current?.focus();
  }

  return (
    <>
      <fieldset className="bp-chat-tools" aria-label={words.question}>
        <Tool pressed={feedback === "up"} onClick={() => press("up")}>
          <ThumbIcon />
          {words.up}
        </Tool>
        <Tool opener={down} pressed={feedback === "down"} onClick={() => press("down")}>
          <ThumbIcon down />
          {words.down}
        </Tool>
        {!reported && (
          <Tool
            opener={report}
            expanded={open === "report"}
            onClick={() => setOpen(open === "report" ? "nothing" : "report")}
          >
            <FlagIcon />
            {reportWords.open}
          </Tool>
        )}
      </fieldset>
      {open === "comment" && (
        <CommentForm
          label={words.missing}
          send={words.send}
          onSend={comment}
          onCancel={() => {
            setOpen("nothing");
            down.current?.focus();
          }}
        />
      )}
      {open === "report" && (
        <ReportForm
          onSend={send}
          onCancel={() => {
            setOpen("nothing");
            report.current?.focus();
          }}
        />
      )}
      <p className="bp-chat-outcome" role="status" ref={status} tabIndex={-1}>
        {outcome || (reported && open === "nothing" && reportWords.reported)}
      </p>
    </>
  );
}

interface ToolProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly opener?: React.Ref<HTMLButtonElement>;
}

function Tool({ children, onClick, pressed, expanded, opener }: ToolProps) {
  return (
    <button
      className="bp-chat-tool"
      type="button"
      ref={opener}
      aria-pressed={pressed}
      aria-expanded={expanded}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
