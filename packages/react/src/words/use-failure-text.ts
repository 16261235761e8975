import { useCallback } from "react";
import { useAuth } from "../auth-context.ts";
import { toFailure } from "../forms/failure.ts";
import { useWords } from "./words.tsx";

/** Words whatever a call threw, for an act that has no fields to put it on. */
export function useFailureText(): (error: unknown) => string {
  const { language, passwordMinimum } = useAuth().settings;
  const { problems } = useWords();
  return useCallback(
    (error) => toFailure(error, { problems, language, passwordMinimum, fields: [] }).message,
    [problems, language, passwordMinimum],
  );
}
