import { createContext, useContext } from "react";

export interface StepUp {
  /**
   * Does something that may need a fresh proof of who the reader is. Where the server asks for one, a form takes the
   * place of the part of the page, which keeps whatever was typed; after the proof it is done again, and the
   * part is back.
   *
   * @param options.always - asks for the proof first, however fresh the last one is: for what cannot be undone
   * @throws Abandoned when the reader thinks better of it
   * @throws whatever the act throws
   */
  readonly perform: <Result>(
    act: () => Promise<Result>,
    options?: { readonly always?: boolean },
  ) => Promise<Result>;
}

export const StepUpContext = createContext<StepUp | null>(null);

/**
 * The way to sensitive acts, inside a `StepUpPlace`.
 *
 * @throws Error outside of one
 */
export function useStepUp(): StepUp {
  const stepUp = useContext(StepUpContext);
  if (stepUp === null) throw new Error("useStepUp() found no StepUpPlace around the component.");
  return stepUp;
}
