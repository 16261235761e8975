import { useState } from "react";
import { useAuth } from "../auth-context.ts";
import { FailureBox } from "../forms/FormBox.tsx";
import { useClaimsWords, WithClaimsWords } from "../words/claims-words.tsx";
import { useFailureText } from "../words/use-failure-text.ts";

interface ClaimNoticeProps {
  /** How many conversations wait. */
  readonly count: number;
}

/**
 * Asks whose a guest's conversations are, after a sign-in that could not ask before: on a device that people share
 * they may be somebody else's.
 */
export function ClaimNotice(props: ClaimNoticeProps) {
  return (
    <WithClaimsWords>
      <Question {...props} />
    </WithClaimsWords>
  );
}

function Question({ count }: ClaimNoticeProps) {
  const { answerWaiting } = useAuth();
  const words = useClaimsWords();
  const failureText = useFailureText();
  const [answering, setAnswering] = useState<boolean | null>(null);
  const [failure, setFailure] = useState("");

  async function answer(add: boolean) {
    if (answering !== null) return;
    setAnswering(add);
    setFailure("");
    try {
      await answerWaiting(add);
    } catch (error) {
      setFailure(failureText(error));
      setAnswering(null);
    }
  }

  return (
    <div className="bp-notice bp-notice-question" role="status">
      <p className="bp-notice-text">{count === 0 ? words.otherQuestion : words.question({ count })}</p>
      <FailureBox text={failure} />
      <button
        type="button"
        className="bp-link"
        aria-busy={answering === true}
        onClick={() => void answer(true)}
      >
        {answering === true ? words.adding : words.add}
      </button>
      <button
        type="button"
        className="bp-link"
        aria-busy={answering === false}
        onClick={() => void answer(false)}
      >
        {words.leave}
      </button>
    </div>
  );
}
