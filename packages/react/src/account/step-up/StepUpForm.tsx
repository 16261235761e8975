import { useEffect, useId, useRef, useState } from "react";
import { useAuth } from "../../auth-context.ts";
import { FailureBox } from "../../forms/FormBox.tsx";
import { useProofsWords } from "../../words/proofs-words.tsx";
import { useAccountWords } from "../account-words.tsx";
import { useReading } from "../use-reading.ts";
import { type ProofProps, proofs, type StepUpWay } from "./proofs.ts";

interface StepUpFormProps extends ProofProps {
  readonly onCancel: () => void;
}

/** Asks who the reader is, by any of the ways that their account has. */
export function StepUpForm({ onProven, onCancel }: StepUpFormProps) {
  const { client } = useAuth();
  const { account } = useAccountWords();
  const { stepUp: words, cancel } = useProofsWords();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { value: methods, failure, readAnew } = useReading(client.account.signInMethods);
  const [chosen, setChosen] = useState<StepUpWay | null>(null);
  const ways = proofs.filter(([way]) => methods?.stepUp.includes(way));
  const [way, Proof] = ways.find(([name]) => name === chosen) ?? ways[0] ?? [];
  const others = ways.filter(([name]) => name !== way);

  // What had the focus is hidden; this is what the reader needs to hear.
  useEffect(() => heading.current?.focus(), []);

  return (
    <section
      className="bp-step-up"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onCancel();
      }}
    >
      <h3 id={id} tabIndex={-1} ref={heading}>
        {words.title}
      </h3>
      <p className="bp-quiet">{words.lead}</p>
      <FailureBox text={failure}>
        <button type="button" className="bp-link" onClick={readAnew}>
          {account.tryAgain}
        </button>
      </FailureBox>
      {methods === null && failure === "" && (
        <p className="bp-quiet bp-waiting" role="status">
          {words.looking}
        </p>
      )}
      {methods !== null && ways.length === 0 && <p>{words.none}</p>}
      {Proof !== undefined && <Proof key={way} onProven={onProven} />}
      {others.length > 0 && (
        <div className="bp-ways">
          <p className="bp-quiet">{words.other}</p>
          {others.map(([name]) => (
            <button key={name} type="button" className="bp-link" onClick={() => setChosen(name)}>
              {words.ways[name]}
            </button>
          ))}
        </div>
      )}
      <button type="button" className="bp-button bp-button-quiet" onClick={onCancel}>
        {cancel}
      </button>
    </section>
  );
}
