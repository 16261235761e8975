import { isProblem } from "@bookplate/client";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Abandoned } from "../../forms/failure.ts";
import { StepUpForm } from "./StepUpForm.tsx";
import { type StepUp, StepUpContext } from "./step-up-context.ts";

interface Waiting {
  readonly proceed: () => void;
  readonly abandon: () => void;
  /** What had the focus, and gets it back. */
  readonly opener: Element | null;
}

/**
 * A part of the page with sensitive acts in it. While the reader proves who they are, the proof stands in the part's
 * place; the part itself stays alive behind it, with all that was typed into it.
 */
export function StepUpPlace({ children }: { readonly children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const stepUp = useMemo<StepUp>(() => {
    const prove = () =>
      new Promise<void>((resolve, reject) => {
        const opener = document.activeElement;
        setWaiting({ proceed: resolve, abandon: () => reject(new Abandoned()), opener });
      });
    return {
      async perform(act, { always = false } = {}) {
        if (always) await prove();
        for (;;) {
          try {
            return await act();
          } catch (error) {
            if (!isProblem(error, "step-up-required")) throw error;
          }
          await prove();
        }
      },
    };
  }, []);

  // Whoever leaves the page meanwhile has thought better of it.
  useEffect(() => () => waiting?.abandon(), [waiting]);

  const lastOpener = useRef<Element | null>(null);
  useEffect(() => {
    if (waiting === null && lastOpener.current instanceof HTMLElement) lastOpener.current.focus();
    lastOpener.current = waiting?.opener ?? null;
  }, [waiting]);

  const end = (how: (waiting: Waiting) => void) => {
    if (waiting !== null) how(waiting);
    setWaiting(null);
  };
  return (
    <StepUpContext.Provider value={stepUp}>
      {waiting !== null && (
        <StepUpForm
          onProven={() => end(({ proceed }) => proceed())}
          onCancel={() => end(({ abandon }) => abandon())}
        />
      )}
      <div className="bp-step-up-place" hidden={waiting !== null}>
        {children}
      </div>
    </StepUpContext.Provider>
  );
}
