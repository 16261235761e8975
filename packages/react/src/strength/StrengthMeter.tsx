import type { StrengthWords } from "@bookplate/messages/strength";
import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { useAuth } from "../auth-context.ts";
import { useWords } from "../words/words.tsx";
import { ownWords } from "./own-words.ts";
import { judge } from "./verdict.ts";

export interface StrengthMeterProps {
  readonly field: HTMLInputElement;
  readonly typed: string;
}

/** Nobody wants advice on half a password. */
const ADVICE_DELAY_MS = 600;

/** Says how hard a new password is to guess: in words, once the reader pauses. The bar is decoration. */
export function StrengthMeter({
  field,
  typed,
  strength,
}: StrengthMeterProps & { readonly strength: StrengthWords }) {
  const { passwordMinimum: minimum } = useAuth().settings;
  const { problems } = useWords();
  // Estimating waits until what was typed is on the screen.
  const password = useDeferredValue(typed);
  const verdict = useMemo(
    () => (password === "" ? null : judge(password, wordsAround(field), { strength, problems, minimum })),
    [password, field, strength, problems, minimum],
  );

  const [advice, setAdvice] = useState("");
  useEffect(() => {
    const pause = setTimeout(() => setAdvice(verdict?.sentence ?? ""), ADVICE_DELAY_MS);
    return () => clearTimeout(pause);
  }, [verdict]);

  return (
    <div className="bp-strength" data-bar={verdict?.bar ?? 0}>
      {verdict !== null && (
        <meter className="bp-strength-bar" aria-hidden="true" min={0} max={4} value={verdict.bar} />
      )}
      <p className="bp-strength-advice" role="status">
        {advice}
      </p>
    </div>
  );
}

/** What the form and the page say about the reader by now. */
function wordsAround({ form, ownerDocument }: HTMLInputElement): string[] {
  const typedIn = (name: string) => {
    const element = form?.elements.namedItem(name);
    return element instanceof HTMLInputElement ? element.value : "";
  };
  return ownWords({ email: typedIn("email"), name: typedIn("name"), pageTitle: ownerDocument.title });
}
