import { useCallback, useEffect, useRef, useState } from "react";
import { useFailureText } from "../words/use-failure-text.ts";

/** Something of the server's that a part of the page shows. */
export interface Reading<Value> {
  /** `null` until it has been read. Stays while it is read anew. */
  readonly value: Value | null;
  /** Why it could not be read; empty where it could. */
  readonly failure: string;
  readonly readAnew: () => void;
}

/** @param read - the latest is called */
export function useReading<Value>(read: () => Promise<Value>): Reading<Value> {
  const failureText = useFailureText();
  const [value, setValue] = useState<Value | null>(null);
  const [failure, setFailure] = useState("");
  const latest = useRef(read);
  latest.current = read;

  const readAnew = useCallback(() => {
    setFailure("");
    latest.current().then(setValue, (error) => setFailure(failureText(error)));
  }, [failureText]);
  useEffect(readAnew, [readAnew]);
  return { value, failure, readAnew };
}
